import { defineTexts } from "../locale/Texts.ts"

/** Messages about invalid settings: which one, where it was given, and what it should be. */
export const configTexts = defineTexts({
  en: {
    badBusiness: "«{value}» is not a business id: it is a number, as in the address of the cabinet. Correct {source}.",
    badBaseUrl: "«{value}» is not an address such as https://api.partner.market.yandex.ru. Correct {source}.",
    badConcurrency: "«{value}» is not a number of requests from 1 to 4. Correct {source}.",
    badChoice: "«{value}» is not one of {choices}. Correct {source}.",
    badConfidence: "«{value}» is not a number from 0 to 1. Correct {source}.",
    badTimeZone: "«{value}» is not a time zone such as Europe/Moscow. Correct {source}.",
    noPostgres: "A PostgreSQL database cannot be used yet. Name a file in {source}.",
    badRegion:
      "«{value}» is not a country of two letters such as RU, or its phone numbers are not known. Correct {source}.",
    otherRegion: "«{value}» is not a country. Did you mean {choices}? Correct {source}.",
    binaryOnTerminal:
      "A report in the format {value} cannot be shown on a terminal. Write it to a file: --output {value}=report.{value}",
    badOutput: "«{value}» is not FORMAT=FILE with a format of {choices}. Correct {source}.",
    emptyPath:
      "A path is empty: the variable that should name it may not be set. Name a file or folder, or . for the current folder.",
    twoConfigs: "Both {value} and chatlint.yml exist. Keep one of them.",
    outputDash:
      "The report on standard output is set by --format; {value} is not a file name. Write --format FORMAT, or ./- for a file of that name.",
    sameOutput: "Two reports would be written to {value}, and one would be lost. Name another file in one {source}.",
    outputRead:
      "The report would overwrite {value}, which is an input. Name another file in {source}, outside of the input.",
    badPort: "«{value}» is not a port from 0 to 65535. Correct {source}.",
    badBodyLimit: "«{value}» is not a number of bytes from 1024 to 67108864. Correct {source}.",
    badRateLimit: "«{value}» is not a number of requests per minute, or 0 for no limit. Correct {source}.",
    openToAll:
      "Others could reach the server at {value}, and no token is set. Set CHATLINT_SERVE_TOKEN, or omit {source}.",
    noKey:
      "There is no API key. Create one in the cabinet under «Settings → API and modules» and set CHATLINT_API_KEY. To see what chatlint does without a key: chatlint demo",
    badKey:
      "The key in {value} contains a character that keys never have: a letter of another alphabet, a space or line break, or an invisible character. Copy it from the cabinet again.",
    badToken:
      "A token in {source} contains a character that headers do not allow. Use Latin letters, digits and ASCII punctuation.",
    badPathSecret:
      "A secret in {source} contains a character that is not allowed in a URL path. Use Latin letters, digits, - and _.",
    noVariable:
      "{source}: the environment variable {value}, which is named there, is not set. Set it and run the command again.",
    plainSecret:
      "{source}: secrets must not be written here, only named. Write $'{'NAME'}' and set NAME in the environment.",
    badSmtpUrl:
      "The address of the mail server is not like smtp://user:password@mail.example.com:587 or smtps://…. Characters such as @ and / in the password must be written as %40 and %2F. Correct {source}.",
    badKeyFile:
      "The file {value} contains no private RSA key in PEM format. Create one with: openssl genrsa 2048. Correct {source}.",
    badCertificate: "The file {value} contains no certificate in PEM format. Correct {source}.",
    unreadableFile: "The file {value} cannot be read. Check its permissions and the path in {source}.",
    noSender: "Mails need a sender. Set mail.sender.address in chatlint.yaml.",
    noSmtp:
      "Mails need a mail server. Set CHATLINT_SMTP_URL, such as smtp://user:password@mail.example.com:587; or write the mails to a folder without sending them: --dry-run FOLDER",
    noRecipients: "There are no mail recipients for the businesses {value}. Set businesses[].mail.to in chatlint.yaml.",
    unreadable: "The configuration file {value} cannot be read. Check its path and permissions."
  },
  ru: {
    badBusiness: "«{value}» — не номер кабинета: это число, как в адресе кабинета. Исправьте {source}.",
    badBaseUrl: "«{value}» — не адрес вида https://api.partner.market.yandex.ru. Исправьте {source}.",
    badConcurrency: "«{value}» — не число запросов от 1 до 4. Исправьте {source}.",
    badChoice: "«{value}» — не одно из {choices}. Исправьте {source}.",
    badConfidence: "«{value}» — не число от 0 до 1. Исправьте {source}.",
    badTimeZone: "«{value}» — не часовой пояс вида Europe/Moscow. Исправьте {source}.",
    noPostgres: "База PostgreSQL пока не поддерживается. Укажите файл в {source}.",
    badRegion: "«{value}» — не страна из двух букв вида RU, или её номера неизвестны. Исправьте {source}.",
    otherRegion: "«{value}» — не страна. Может быть, {choices}? Исправьте {source}.",
    binaryOnTerminal:
      "Отчёт вида {value} нельзя показать в терминале. Запишите его в файл: --output {value}=report.{value}",
    badOutput: "«{value}» — не ВИД=ФАЙЛ, где вид один из {choices}. Исправьте {source}.",
    emptyPath:
      "Один из путей пуст: возможно, переменная, в которой он должен быть, не задана. Назовите файл или папку; «.» — всё отсюда и глубже.",
    twoConfigs: "Есть и {value}, и chatlint.yml. Оставьте один из них.",
    outputDash:
      "На стандартный вывод идёт отчёт из --format; {value} не имя файла. Напишите --format ВИД или ./- для файла с таким именем.",
    sameOutput: "В {value} попали бы два отчёта, и один из них пропал бы. Назовите другой файл в одном из {source}.",
    outputRead:
      "Отчёт занял бы место {value}, а этот файл читается для него. Назовите в {source} другой файл, вне того, что читается.",
    badPort: "«{value}» — не порт от 0 до 65535. Исправьте {source}.",
    badBodyLimit: "«{value}» — не число байт от 1024 до 67108864. Исправьте {source}.",
    badRateLimit: "«{value}» — не число запросов в минуту (0 — без ограничения). Исправьте {source}.",
    openToAll:
      "По адресу {value} сервер доступен другим, а токен не задан. Задайте CHATLINT_SERVE_TOKEN или уберите {source}.",
    noKey:
      "Нет API-ключа. Создайте его в кабинете: «Настройки → API и модули», и задайте CHATLINT_API_KEY. Посмотреть работу без ключа: chatlint demo",
    badKey:
      "В ключе из {value} есть знак, которого в ключах не бывает: буква другого алфавита, пробел или перенос строки, невидимый символ. Скопируйте ключ из кабинета заново.",
    badToken:
      "В токене из {source} есть знак, который нельзя передать в заголовке. Используйте латинские буквы, цифры и знаки с клавиатуры.",
    badPathSecret: "Секрет из {source} не может стоять в адресе как есть. Используйте латинские буквы, цифры, - и _.",
    noVariable: "{source}: переменная окружения {value}, названная здесь, не задана. Задайте её и запустите снова.",
    plainSecret: "{source}: секрет здесь называют, а не пишут. Напишите $'{'NAME'}' и задайте NAME в окружении.",
    badSmtpUrl:
      "Адрес почтового сервера — не вида smtp://имя:пароль@mail.example.com:587 или smtps://…. Знаки вроде @ и / в пароле пишутся как %40 и %2F. Исправьте {source}.",
    badKeyFile: "В файле {value} нет закрытого ключа RSA в PEM. Создать его: openssl genrsa 2048. Исправьте {source}.",
    badCertificate: "В файле {value} нет сертификата в PEM. Исправьте {source}.",
    unreadableFile: "Файл {value} не удаётся прочитать. Проверьте права на него и путь в {source}.",
    noSender: "Письмам нужен отправитель. Задайте mail.sender.address в chatlint.yaml.",
    noSmtp:
      "Письмам нужен почтовый сервер. Задайте CHATLINT_SMTP_URL вида smtp://имя:пароль@mail.example.com:587 или посмотрите письма без отправки: --dry-run ПАПКА",
    noRecipients: "О кабинетах {value} некому писать. Задайте businesses[].mail.to в chatlint.yaml.",
    unreadable: "Файл настроек {value} не удаётся прочитать. Проверьте путь и права."
  },
  zh: {
    badBusiness: "“{value}”不是店铺后台编号：它是数字，见后台地址。请更正 {source}。",
    badBaseUrl: "“{value}”不是 https://api.partner.market.yandex.ru 这样的地址。请更正 {source}。",
    badConcurrency: "“{value}”不是 1 到 4 的请求数。请更正 {source}。",
    badChoice: "“{value}”不在 {choices} 之中。请更正 {source}。",
    badConfidence: "“{value}”不是 0 到 1 之间的数字。请更正 {source}。",
    badTimeZone: "“{value}”不是 Europe/Moscow 这样的时区。请更正 {source}。",
    noPostgres: "暂不支持 PostgreSQL 数据库。请在 {source} 中指定文件。",
    badRegion: "“{value}”不是 RU 这样的两字母国家代码，或其电话号码未知。请更正 {source}。",
    otherRegion: "“{value}”不是国家代码。是否应为 {choices}？请更正 {source}。",
    binaryOnTerminal: "{value} 格式的报告无法在终端显示。请写入文件：--output {value}=report.{value}",
    badOutput: "“{value}”不是 格式=文件，格式应为 {choices} 之一。请更正 {source}。",
    emptyPath: "有一个路径为空：存放它的变量可能没有设置。请指定文件或文件夹；“.”表示当前文件夹下的全部。",
    twoConfigs: "{value} 和 chatlint.yml 同时存在。请只保留一个。",
    outputDash: "标准输出上的报告由 --format 指定；{value} 不是文件名。请写 --format 格式，同名文件请写 ./-。",
    sameOutput: "两份报告会写入同一文件 {value}，其中一份将丢失。请在其中一个 {source} 中指定其他文件。",
    outputRead: "报告会覆盖 {value}，而该文件正是要读取的。请在 {source} 中指定读取范围之外的其他文件。",
    badPort: "“{value}”不是 0 到 65535 的端口。请更正 {source}。",
    badBodyLimit: "“{value}”不是 1024 到 67108864 的字节数。请更正 {source}。",
    badRateLimit: "“{value}”不是每分钟请求数（0 表示不限）。请更正 {source}。",
    openToAll: "他人可通过 {value} 访问服务器，但未设置令牌。请设置 CHATLINT_SERVE_TOKEN，或去掉 {source}。",
    noKey: "没有 API 密钥。请在后台“设置 → API 和模块”中新建，并设置 CHATLINT_API_KEY。无密钥试用：chatlint demo",
    badKey: "{value} 中的密钥含有密钥不可能有的字符：其他字母表的字母、空格或换行，或不可见字符。请从后台重新复制。",
    badToken: "{source} 中的令牌含有请求头无法传送的字符。请使用拉丁字母、数字和键盘符号。",
    badPathSecret: "{source} 中的密钥不能原样写入地址。请使用拉丁字母、数字、- 和 _。",
    noVariable: "{source}：此处提到的环境变量 {value} 未设置。请设置后重新运行。",
    plainSecret: "{source}：这里只写密钥的名称。请写 $'{'NAME'}'，并在环境中设置 NAME。",
    badSmtpUrl:
      "邮件服务器地址应形如 smtp://用户:密码@mail.example.com:587 或 smtps://…。密码中的 @、/ 等字符写作 %40、%2F。请更正 {source}。",
    badKeyFile: "文件 {value} 中没有 PEM 格式的 RSA 私钥。可用 openssl genrsa 2048 生成。请更正 {source}。",
    badCertificate: "文件 {value} 中没有 PEM 格式的证书。请更正 {source}。",
    unreadableFile: "无法读取文件 {value}。请检查其权限以及 {source} 中的路径。",
    noSender: "邮件需要发件人。请在 chatlint.yaml 中设置 mail.sender.address。",
    noSmtp:
      "邮件需要邮件服务器。请设置 CHATLINT_SMTP_URL，如 smtp://用户:密码@mail.example.com:587；或不发送只查看邮件：--dry-run 文件夹",
    noRecipients: "店铺后台 {value} 没有收件人。请在 chatlint.yaml 中设置 businesses[].mail.to。",
    unreadable: "无法读取配置文件 {value}。请检查路径和权限。"
  }
})
