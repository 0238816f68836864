/**
 * What a request asks for: the methods that the sandbox knows, and everything else. In the API's words they are
 * getCampaigns, getChats, getChatHistory and getAuthTokenInfo.
 */
export type ApiMethod = "campaigns" | "list" | "history" | "token" | "unknown"
