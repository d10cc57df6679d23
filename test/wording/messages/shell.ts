import * as wording from "../../../src/wording";
import { type Message, texts } from "./facts";

export const shellMessages = {
  sayCleared: (n, language) => wording.sayCleared(n, language),
  sayCounts: (n, language) => wording.sayCounts({ error: n, warning: n, info: n }, n, language),
  sayFound: (n, language) => wording.sayFound(n === 0 ? undefined : "x", language),
  sayHighlighted: (n, language) => wording.sayHighlighted(n, language),
  sayList: (n, language) => wording.sayList(texts(n), language),
  sayLive: (_, language) => wording.sayLive("retry", language),
  sayMoreFindings: (n, language) => wording.sayMoreFindings(n, language),
  sayNoHost: (_, language) =>
    (["noOffice", "noExcel"] as const).map((why) => wording.sayNoHost(why, language)),
  sayOutdated: (_, language) =>
    (["colleague", "notFollowed", "failed"] as const).map((why) =>
      wording.sayOutdated(why, language),
    ),
  sayRows: (n, language) => wording.sayRows(n, n, language),
  sayStage: (_, language) => wording.sayStage("copying", language),
  sayTimeLeft: (n, language) => wording.sayTimeLeft(n * 50, language),
  sayTrouble: (_, language) =>
    wording.sayTrouble({ kind: "readOnly", doing: "savingPolicy" }, language),
} satisfies Readonly<Record<string, Message>>;
