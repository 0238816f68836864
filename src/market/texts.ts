import { defineTexts } from "../locale/Texts.ts"

/** The texts of the marketplace's errors: what happened, and what to do. */
export const marketTexts = defineTexts({
  en: {
    ParallelLimit:
      "The marketplace allows only a few parallel requests, and other programs of this cabinet are using them ({operation}). Lower --concurrency, or scan when they are idle.",
    HourlyLimit:
      "This cabinet has used up its requests for the hour ({operation}). Start again in the next hour: the scan resumes where it stopped.",
    ServerFault:
      "The marketplace answered with status {status} ({operation}{detail}), and retries did not help. Start again later: the scan resumes where it stopped.",
    Disconnected:
      "The connection to the marketplace failed ({operation}: {detail}), and retries did not help. Check the network and --base-url, then start again.",
    MalformedAnswer:
      "The answer does not look like one from the Market API ({operation}: {issue}). Check --base-url; if it is right, report this line to us.",
    Unauthorized:
      "The marketplace does not accept the API key{detail}. Check CHATLINT_API_KEY, or create a new key in the cabinet under «Settings → API and modules».",
    Forbidden:
      "The marketplace refuses this key access to business {businessId}{detail}. Check that the key was created in this very cabinet and that API access is on.",
    ScopeMissing:
      "The key may not read chats: it has {scopes}, and one of communication, all-methods, all-methods:read-only is needed. Add a scope to the key in the cabinet (it takes up to 10 minutes).",
    ChatNotFound:
      "The marketplace lists chat {chatId} but does not find it. It may have been deleted; it was not checked.",
    BadPageToken: "The marketplace twice refused a page token that it had issued ({operation}). Start again.",
    BadRequest:
      "The marketplace refused the request with status {status} ({operation}{detail}). It is not retried, because refused requests count against the limit. Check --base-url and the business id.",
    EndlessPaging:
      "The marketplace's paging does not end ({operation}: {reason, select, token {a page pointed back to an earlier one} empty {page after page had nothing new} other {more than {pages} pages}}). What was read before that was checked."
  },
  ru: {
    ParallelLimit:
      "Маркет отвечает только на несколько запросов одновременно, и их занимают другие программы кабинета ({operation}). Уменьшите --concurrency или запускайте проверку, когда они не работают.",
    HourlyLimit:
      "Запросы этого часа у кабинета исчерпаны ({operation}). Запустите снова, когда начнётся следующий час: проверка продолжится с места остановки.",
    ServerFault:
      "Маркет ответил статусом {status} ({operation}{detail}), повторы не помогли. Запустите позже: проверка продолжится с места остановки.",
    Disconnected:
      "Соединение с Маркетом прервалось ({operation}: {detail}), повторы не помогли. Проверьте сеть и --base-url и запустите снова.",
    MalformedAnswer:
      "Ответ не похож на ответ API Маркета ({operation}: {issue}). Проверьте --base-url; если адрес верный, сообщите нам эту строку.",
    Unauthorized:
      "Маркет не принимает API-ключ{detail}. Проверьте CHATLINT_API_KEY или создайте новый ключ в кабинете: «Настройки → API и модули».",
    Forbidden:
      "Маркет не даёт этому ключу доступ к кабинету {businessId}{detail}. Проверьте, что ключ создан именно в этом кабинете и доступ по API включён.",
    ScopeMissing:
      "Ключу нельзя читать чаты: у него есть {scopes}, а нужен один из доступов communication, all-methods, all-methods:read-only. Добавьте доступ ключу в кабинете (вступает в силу до 10 минут).",
    ChatNotFound: "Маркет показывает чат {chatId} в списке, но не находит его. Возможно, чат удалён; он не проверен.",
    BadPageToken: "Маркет дважды не узнал страницу, на которую сам указал ({operation}). Запустите снова.",
    BadRequest:
      "Маркет отклонил запрос со статусом {status} ({operation}{detail}). Запрос не повторяется: отклонённые запросы расходуют лимит. Проверьте --base-url и номер кабинета.",
    EndlessPaging:
      "Страницы Маркета не кончаются ({operation}: {reason, select, token {страница указала на более раннюю} empty {страница за страницей не приносят нового} other {больше {pages} страниц}}). Прочитанное до этого проверено."
  },
  zh: {
    ParallelLimit:
      "平台同时只处理少量请求，本店铺后台的其他程序正在占用（{operation}）。请减小 --concurrency，或在它们空闲时运行。",
    HourlyLimit: "本小时的请求次数已用完（{operation}）。下一小时重新运行即可，扫描会从停止处继续。",
    ServerFault: "平台返回状态 {status}（{operation}{detail}），多次重试无效。请稍后再运行，扫描会从停止处继续。",
    Disconnected: "与平台的连接中断（{operation}：{detail}），多次重试无效。请检查网络和 --base-url 后重新运行。",
    MalformedAnswer:
      "返回内容不是 Market API 的应答（{operation}：{issue}）。请检查 --base-url；若地址无误，请把这一行反馈给我们。",
    Unauthorized: "平台不接受此 API 密钥{detail}。请检查 CHATLINT_API_KEY，或在后台“设置 → API 和模块”中新建密钥。",
    Forbidden: "平台拒绝此密钥访问店铺后台 {businessId}{detail}。请确认密钥是在该后台创建的，且 API 访问已开启。",
    ScopeMissing:
      "此密钥无权读取聊天：它的权限为 {scopes}，需要 communication、all-methods、all-methods:read-only 之一。请在后台为密钥添加权限（最多 10 分钟生效）。",
    ChatNotFound: "平台列出了聊天 {chatId}，却找不到它。它可能已被删除，未检查。",
    BadPageToken: "平台两次不认识自己给出的页面标记（{operation}）。请重新运行。",
    BadRequest:
      "平台以状态 {status} 拒绝了请求（{operation}{detail}）。被拒绝的请求也计入限额，因此不再重复。请检查 --base-url 和店铺后台编号。",
    EndlessPaging:
      "平台的分页没有尽头（{operation}：{reason, select, token {页面指回了更早的一页} empty {连续多页没有新内容} other {超过 {pages} 页}}）。此前读到的内容已检查。"
  }
})
