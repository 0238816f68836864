import { defineTexts } from "../locale/Texts.ts"

/** Messages for the case that the database cannot be used: what happened and what to do. */
export const storeTexts = defineTexts({
  en: {
    unwritable:
      "The database {path} cannot be opened for writing. Check that the folder exists and is writable, or name another file with --db.",
    broken:
      "The database {path} is damaged or is not SQLite. Restore it from a copy, or move it away: a new one will be created, and all chats will be read again.",
    foreign: "The file {path} is a database of another program. Name another file with --db.",
    newer: "The database {path} was written by a newer chatlint. Update chatlint, or name another file with --db.",
    linked:
      "The database {path} has another hard link. Another chatlint process could use it under that name at the same time and damage it. Remove the other name, or copy the file and name the copy with --db.",
    full: "The database {path} could not be written: {detail}. Free some space and run the command again: the scan continues where it stopped.",
    failed:
      "The database {path} could not be used: {detail}. Run the command again: the scan continues where it stopped. If it happens again, check the disk, or restore the database from a copy.",
    locked:
      "Another chatlint process is using the database {path}. Wait until it has finished, or name another file with --db."
  },
  ru: {
    unwritable:
      "Базу {path} не удаётся открыть на запись. Проверьте папку и права на неё или укажите другой файл в --db.",
    broken:
      "База {path} повреждена или это не SQLite. Восстановьте её из копии или уберите: будет создана новая, и всё прочитается ещё раз.",
    foreign: "Файл {path} — база другой программы. Укажите другой файл в --db.",
    newer: "База {path} записана более новой версией chatlint. Обновите chatlint или укажите другой файл в --db.",
    linked:
      "У базы {path} есть второе имя (жёсткая ссылка). Под ним с базой мог бы одновременно работать другой chatlint и повредить её. Уберите второе имя или скопируйте файл и укажите копию в --db.",
    full: "В базу {path} не удалось записать: {detail}. Освободите место и запустите снова: проверка продолжится с места остановки.",
    failed:
      "С базой {path} не удалось работать: {detail}. Запустите снова: проверка продолжится с места остановки. Если это повторится, проверьте диск или восстановите базу из копии.",
    locked: "С базой {path} уже работает другой chatlint. Дождитесь его окончания или укажите другой файл в --db."
  },
  zh: {
    unwritable: "无法以写入方式打开数据库 {path}。请检查文件夹及其权限，或用 --db 指定其他文件。",
    broken: "数据库 {path} 已损坏或不是 SQLite。请从副本恢复，或将其移走：会新建一个并重新读取全部内容。",
    foreign: "文件 {path} 是其他程序的数据库。请用 --db 指定其他文件。",
    newer: "数据库 {path} 由更新版本的 chatlint 写入。请升级 chatlint，或用 --db 指定其他文件。",
    linked:
      "数据库 {path} 还有另一个名称（硬链接）。另一个 chatlint 可能以该名称同时使用并损坏它。请删除另一个名称，或复制该文件并用 --db 指定副本。",
    full: "数据库 {path} 写入失败：{detail}。请腾出空间后重新运行，扫描会从停止处继续。",
    failed:
      "数据库 {path} 无法使用：{detail}。请重新运行，扫描会从停止处继续。如果再次发生，请检查磁盘，或从副本恢复数据库。",
    locked: "另一个 chatlint 正在使用数据库 {path}。请等它结束，或用 --db 指定其他文件。"
  }
})
