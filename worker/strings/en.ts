/** The sentences of responses that are not pages, in English. Its type is that of all languages. */

const strings = {
  nothingHere: "There is nothing at this address.",
  healthIsAt: "There is nothing at this address. The Worker's health is at /api/health.",
  notAName: "No channel can have that name.",
  readOnly: "This address is read with GET.",
  onlyPost: "This address takes POST only.",
  otherMethod: "This address does not take this method.",
  onlySockets: "This address is for WebSockets. The page is at the same path without /_ws.",
  otherSite: "Pages of another site may not connect.",
  otherSiteCookies: "Pages of another site may not set cookies.",
  otherSitePosts: "Pages of another site may not do this.",
  tooManyConnections: "Too many connections from this address. Wait a minute.",
  tooManyRequests: "Too many requests from this address. Wait a minute.",
  tooLongShare: "That is too much text to share. Copy a part of it and share that.",
  badShare: "What was shared could not be read. Copy the text into a channel instead.",
  badDevices: "This list of channels cannot be read. Reload the page.",
  tooManyQuestions: "Too many questions from this address. Wait a minute.",
  badExport:
    "An export needs format=json, format=md or format=html. If there is a from or a to, it is a date such as 2026-01-31 or 2026-01-31T12:30Z.",
  tooManyExports: "Two exports a minute are the most. Wait a minute.",
  exportRuns: "Another export of this channel is running. Try again in a few seconds.",
  noIdentity: "Nobody can be let in for the moment. Try again.",
  noCookie: "The browser must send the cookie of the person for whom this is, and it sent none that is valid.",
  badHostKey: "This is not the key of this site's host.",
  badLink: "This link does not work any more, or is not complete. Ask for a new one where it came from.",
  banned: (until: string) => `You are banned from this channel until ${until}.`,
  membersOnly: "This channel is private. Ask its owner for an invitation.",
  export: {
    cut: "This export is not complete. Start it again.",
    edited: "edited",
    deleted: "This message was deleted.",
    removed: "This message was removed by the staff.",
    owner: "Owner",
    moderator: "Mod",
  },
  errorPage: {
    title: "Something went wrong",
    heading: "This page could not be made",
    text: "Something went wrong on our side, and it has been noted. Please try again in a moment.",
    kept: "What you have written and not yet sent is kept in this browser.",
    retry: "Try again",
  },
};

export type WorkerStrings = typeof strings;

export default strings;
