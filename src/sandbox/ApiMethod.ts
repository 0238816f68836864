/**
 * The method that a request calls. The API names the known ones getCampaigns, getChats, getChatHistory and
 * getAuthTokenInfo.
 */
export type ApiMethod = "campaigns" | "list" | "history" | "token" | "unknown"
