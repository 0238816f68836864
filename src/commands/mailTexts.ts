import { defineTexts } from "../locale/Texts.ts"

/** The texts of the mail options. */
export const mailTexts = defineTexts({
  en: {
    send: "mail the report to the recipients that the configuration names for each business, and deliver mails left from earlier runs",
    dryRun: "write the mails to a folder as .eml files instead of sending them",
    preview: "write the mail as an HTML page, due or not, without sending it",
    delivering: "mails: {sent} of {mails} sent",
    waiting:
      "  {recipient}: {reason, select, TemporaryRefusal {the server does not accept it at the moment ({answer})} Unreachable {the server cannot be reached} AnswerLost {the server did not answer} other {it was not accepted}}; next attempt at {until}, in {wait}",
    moreWaiting: "  {mails, plural, one {# more mail is waiting} other {# more mails are waiting}}",
    anotherSends: "mails: waiting for another chatlint process to finish sending",
    deliveryInterrupted:
      "The delivery was interrupted; sent mails are recorded. {mails, plural, =0 {No mail is left.} one {# mail is left and will be sent} other {# mails are left and will be sent}}{mails, plural, =0 {} other { by the next run or chatlint report --send.}}",
    retryRefused: "with --send: retry addresses whose server refused a mail permanently"
  },
  ru: {
    send: "отправить отчёт людям каждого кабинета, как сказано в настройках, и доставить оставшееся с прошлого раза",
    dryRun: "записать письма, которые были бы отправлены, в папку файлами .eml и ничего не отправлять",
    preview: "записать письмо страницей HTML, нужно оно сегодня или нет, и ничего не отправлять",
    delivering: "письма: отправлено {sent} из {mails}",
    waiting:
      "  {recipient}: {reason, select, TemporaryRefusal {сервер сейчас не принимает ({answer})} Unreachable {нет связи с сервером} AnswerLost {сервер не ответил} other {письмо не принято}}; снова в {until}, через {wait}",
    moreWaiting:
      "  {mails, plural, one {ждёт ещё # письмо} few {ждут ещё # письма} many {ждут ещё # писем} other {ждут ещё # письма}}",
    anotherSends: "письма: их отправляет другой chatlint, ждём его",
    deliveryInterrupted:
      "Отправка прервана, отправленное учтено. {mails, plural, =0 {Писем не осталось.} one {Осталось # письмо, оно уйдёт} few {Осталось # письма, они уйдут} many {Осталось # писем, они уйдут} other {Осталось # письма, они уйдут}}{mails, plural, =0 {} other { со следующим прогоном или командой chatlint report --send.}}",
    retryRefused: "с --send: снова попробовать адреса, сервер которых отказался от письма навсегда"
  },
  zh: {
    send: "按配置把报告发送给各店铺后台的人员，并投递之前未送达的邮件",
    dryRun: "把将要发送的邮件以 .eml 文件写入文件夹，不发送",
    preview: "把邮件写成 HTML 页面（无论今天是否应发），不发送",
    delivering: "邮件：已发送 {sent}/{mails}",
    waiting:
      "  {recipient}：{reason, select, TemporaryRefusal {服务器暂不接收（{answer}）} Unreachable {无法连接服务器} AnswerLost {服务器没有应答} other {未被接收}}；{until} 再试，还有 {wait}",
    moreWaiting: "  另有 {mails, number} 封邮件等待中",
    anotherSends: "邮件：另一个 chatlint 正在发送，等待其结束",
    deliveryInterrupted:
      "发送已中断，已发送的有记录。{mails, plural, =0 {没有剩余邮件。} other {剩余 # 封邮件，将随下次运行或 chatlint report --send 发送。}}",
    retryRefused: "与 --send 合用：再次尝试曾永久拒收的地址"
  }
})
