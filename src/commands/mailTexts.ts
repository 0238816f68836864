import { defineTexts } from "../locale/Texts.ts"

/** What the options of mails say of themselves. */
export const mailTexts = defineTexts({
  en: {
    send: "mail the report to the people of each business, as the configuration says, and deliver what is left from before",
    dryRun: "write the mails that would be sent into a folder, as .eml files, and send none",
    preview: "write the mail as an HTML page, due or not, and send none",
    retryRefused: "with --send: try addresses again whose server refused a mail for good"
  },
  ru: {
    send: "отправить отчёт людям каждого кабинета, как сказано в настройках, и доставить оставшееся с прошлого раза",
    dryRun: "записать письма, которые были бы отправлены, в папку файлами .eml и ничего не отправлять",
    preview: "записать письмо страницей HTML, нужно оно сегодня или нет, и ничего не отправлять",
    retryRefused: "с --send: снова попробовать адреса, сервер которых отказался от письма навсегда"
  },
  zh: {
    send: "按配置把报告发送给各店铺后台的人员，并投递之前未送达的邮件",
    dryRun: "把将要发送的邮件以 .eml 文件写入文件夹，不发送",
    preview: "把邮件写成 HTML 页面（无论今天是否应发），不发送",
    retryRefused: "与 --send 合用：再次尝试曾永久拒收的地址"
  }
})
