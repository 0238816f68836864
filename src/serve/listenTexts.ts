import { defineTexts } from "../locale/Texts.ts"

/** The message about an address that the server cannot listen on. */
export const listenTexts = defineTexts({
  en: {
    cannotListen:
      "{host}:{port} cannot be listened on: {reason, select, EADDRINUSE {another program does} EACCES {it needs more rights} ENOTFOUND {there is no such host} EADDRNOTAVAIL {it is not an address of this machine} other {{reason}}}. Name another with --host and --port."
  },
  ru: {
    cannotListen:
      "{host}:{port} слушать нельзя: {reason, select, EADDRINUSE {адрес занят другой программой} EACCES {не хватает прав} ENOTFOUND {такого узла нет} EADDRNOTAVAIL {это не адрес этой машины} other {{reason}}}. Укажите другой в --host и --port."
  },
  zh: {
    cannotListen:
      "无法监听 {host}:{port}：{reason, select, EADDRINUSE {已被其他程序占用} EACCES {权限不足} ENOTFOUND {没有此主机} EADDRNOTAVAIL {不是本机地址} other {{reason}}}。请用 --host 和 --port 指定其他地址。"
  }
})
