import { defineTexts } from "../locale/Texts.ts"

/** The texts about deliveries: what happened, and what to do. Keys with a capital letter are tags of errors. */
export const deliveryTexts = defineTexts({
  en: {
    Unreachable:
      "The mail server {server} could not be reached: {reason, select, refused {nothing accepts connections there} timeout {it did not answer in time} unknownHost {there is no such host} other {it closed the connection}}. Check CHATLINT_SMTP_URL and the network; the mail stays in the outbox for the next run.",
    TlsRefused:
      "The connection to the mail server {server} cannot be encrypted: {detail}. {security, select, required {Correct the server, name its certificate in mail.ca, or allow it with mail.tls: optional} implicit {Correct the server or the port in CHATLINT_SMTP_URL, or name its certificate in mail.ca} other {Correct the server: it offers STARTTLS but does not complete it}}; the mail stays in the outbox.",
    AuthenticationRefused:
      "The mail server {server} refuses the user or the password ({status} {answer}). Correct CHATLINT_SMTP_URL; the mail stays in the outbox for the next run.",
    TemporaryRefusal:
      "The mail server does not accept the mail at the moment ({status} {answer}). It stays in the outbox for the next run.",
    RecipientRefused:
      "The mail server refuses the mail for good ({status} {answer}). The address gets no further mail: correct it in the configuration, or try it once more with --retry-refused.",
    MessageRefused:
      "The mail server refuses this one mail for good ({status} {answer}). It is not retried; later mails to the address are sent as usual.",
    SenderRefused:
      "The mail server {server} accepts no mail from this sender ({status} {answer}). Correct mail.sender, set a user and a password in CHATLINT_SMTP_URL, or ask the server's administrator; the mail stays in the outbox for the next run.",
    AnswerLost:
      "The mail server {server} did not answer after receiving the whole mail, so it may have arrived. It is sent again with the same Message-ID, by which mail programs recognize it.",
    FolderUnwritable: "The mail could not be written to {path}. Check the folder and its permissions.",
    expired: "The mail could not be delivered for five days and is not retried any more.",
    undelivered: "Business {businessId}, mail to {recipient}: {problem}",
    refusedBefore:
      "Business {businessId}: {recipient} gets no mail, because its server refused an earlier one for good ({answer}). Correct the address in the configuration, or try it once more with --retry-refused.",
    dryRun: "{mails, plural, one {# mail} other {# mails}} written to {folder}; none was sent.",
    preview: "The mail is in {path}. Nothing was sent. Open it in a browser: {address}",
    previewShown: "The mail is in {path} and was opened in the browser. Nothing was sent.",
    nothingToSend:
      "Business {businessId}: no mail is due ({reason, select, nothingNew {nothing new since the last mail} day {not on this day} alreadyMailed {this run was mailed before} older {a later run was mailed before} other {no recipients}})."
  },
  ru: {
    Unreachable:
      "Нет связи с почтовым сервером {server}: {reason, select, refused {там никто не отвечает} timeout {он не ответил вовремя} unknownHost {такого узла нет} other {он закрыл соединение}}. Проверьте CHATLINT_SMTP_URL и сеть; письмо ждёт следующего прогона.",
    TlsRefused:
      "Соединение с почтовым сервером {server} не удаётся зашифровать: {detail}. {security, select, required {Исправьте сервер, укажите его сертификат в mail.ca или разрешите это: mail.tls: optional} implicit {Исправьте сервер или порт в CHATLINT_SMTP_URL либо укажите сертификат сервера в mail.ca} other {Исправьте сервер: он предлагает STARTTLS и не доводит его до конца}}; письмо ждёт отправки.",
    AuthenticationRefused:
      "Почтовый сервер {server} не принимает имя или пароль ({status} {answer}). Исправьте CHATLINT_SMTP_URL; письмо ждёт следующего прогона.",
    TemporaryRefusal: "Почтовый сервер сейчас не принимает письмо ({status} {answer}). Оно ждёт следующего прогона.",
    RecipientRefused:
      "Почтовый сервер отказался принять письмо навсегда ({status} {answer}). На этот адрес больше не пишем: исправьте его в настройках или попробуйте ещё раз с --retry-refused.",
    MessageRefused:
      "Почтовый сервер отказался принять именно это письмо навсегда ({status} {answer}). Его больше не пробуем, а на этот адрес пишем и дальше.",
    SenderRefused:
      "Почтовый сервер {server} не принимает почту от этого отправителя ({status} {answer}). Исправьте mail.sender, укажите имя и пароль в CHATLINT_SMTP_URL или обратитесь к владельцам сервера; письмо ждёт следующего прогона.",
    AnswerLost:
      "Почтовый сервер {server} получил письмо целиком и не ответил: оно могло дойти. Повторяем с тем же Message-ID, по которому почтовые программы узнают письмо.",
    FolderUnwritable: "Письмо не удалось записать в {path}. Проверьте папку и права на неё.",
    expired: "Письмо не удалось доставить за пять дней, больше не пробуем.",
    undelivered: "Кабинет {businessId}, письмо для {recipient}: {problem}",
    refusedBefore:
      "Кабинет {businessId}: {recipient} писем не получает, потому что сервер навсегда отказался от прежнего ({answer}). Исправьте адрес в настройках или попробуйте ещё раз с --retry-refused.",
    dryRun:
      "{mails, plural, one {# письмо записано} few {# письма записаны} many {# писем записано} other {# письма записаны}} в {folder}; ничего не отправлено.",
    preview: "Письмо записано в {path}. Ничего не отправлено. Откройте его в браузере: {address}",
    previewShown: "Письмо записано в {path} и показано в браузере. Ничего не отправлено.",
    nothingToSend:
      "Кабинет {businessId}: письмо не нужно ({reason, select, nothingNew {нового с прошлого письма нет} day {не в этот день} alreadyMailed {об этом прогоне уже написано} older {уже написано о более позднем прогоне} other {нет получателей}})."
  },
  zh: {
    Unreachable:
      "无法连接邮件服务器 {server}：{reason, select, refused {该处无服务} timeout {未及时应答} unknownHost {没有此主机} other {连接被其关闭}}。请检查 CHATLINT_SMTP_URL 和网络；邮件留在发件箱，下次运行再发。",
    TlsRefused:
      "与邮件服务器 {server} 的连接无法加密：{detail}。{security, select, required {请修正服务器，在 mail.ca 中指定其证书，或以 mail.tls: optional 放行} implicit {请修正服务器或 CHATLINT_SMTP_URL 中的端口，或在 mail.ca 中指定其证书} other {请修正服务器：它提供 STARTTLS，却未能完成}}；邮件留在发件箱。",
    AuthenticationRefused:
      "邮件服务器 {server} 不接受用户名或密码（{status} {answer}）。请更正 CHATLINT_SMTP_URL；邮件留在发件箱，下次运行再发。",
    TemporaryRefusal: "邮件服务器暂不接收此邮件（{status} {answer}）。邮件留在发件箱，下次运行再发。",
    RecipientRefused:
      "邮件服务器永久拒收（{status} {answer}）。此地址不再收到邮件：请在配置中更正，或用 --retry-refused 再试一次。",
    MessageRefused: "邮件服务器永久拒收了这封邮件（{status} {answer}）。不再重试；此地址今后仍会收到邮件。",
    SenderRefused:
      "邮件服务器 {server} 不接受此发件人的邮件（{status} {answer}）。请更正 mail.sender，在 CHATLINT_SMTP_URL 中写明用户名和密码，或联系服务器管理员；邮件留在发件箱，下次运行再发。",
    AnswerLost:
      "邮件服务器 {server} 收到整封邮件后没有应答，邮件可能已送达。将以相同的 Message-ID 重发，邮件程序可据此识别。",
    FolderUnwritable: "无法把邮件写入 {path}。请检查文件夹及其权限。",
    expired: "邮件五天未能送达，不再重试。",
    undelivered: "店铺后台 {businessId}，发给 {recipient} 的邮件：{problem}",
    refusedBefore:
      "店铺后台 {businessId}：{recipient} 收不到邮件，因为其服务器曾永久拒收（{answer}）。请在配置中更正地址，或用 --retry-refused 再试一次。",
    dryRun: "已将 {mails, number} 封邮件写入 {folder}；没有发送。",
    preview: "邮件已写入 {path}。没有发送。请用浏览器打开：{address}",
    previewShown: "邮件已写入 {path}，并已在浏览器中打开。没有发送。",
    nothingToSend:
      "店铺后台 {businessId}：无需发送邮件（{reason, select, nothingNew {自上封邮件以来没有新内容} day {今天不发送} alreadyMailed {此次扫描已发过邮件} older {已就更晚的扫描发过邮件} other {没有收件人}}）。"
  }
})
