import { formatMonth } from "../../units";
import { counted, list, quote } from "../say";
import type { FindingsOf } from "./findingsWords";

/** What findings about people and their levels say. */
export const peopleFindings: FindingsOf<"people" | "levels"> = {
  employeeMissing: ({ row }) => ({
    text: {
      zh: `第 ${row} 行有数据，但没有工号也没有姓名。`,
      en: `Row ${row} has data but neither an employee ID nor a name.`,
    },
    fix: {
      zh: "补上工号或姓名；不需要的行请删除。",
      en: "Enter the employee ID or the name, or delete the row.",
    },
  }),
  namesake: ({ name, namesakes, hasEmployeeId }) => ({
    text: hasEmployeeId
      ? {
          zh: `${quote(name)}不止一人：另有${list(
            namesakes.map((id) => (id === "" ? "没有工号的行" : `工号 ${id}`)),
            "zh",
          )}。`,
          en: `${quote(name)} is more than one person: see also ${list(
            namesakes.map((id) =>
              id === "" ? "the rows without an employee ID" : `employee ID ${id}`,
            ),
            "en",
          )}.`,
        }
      : {
          zh: `${quote(name)}的这些行没有工号，而同名的人有${list(
            namesakes.map((id) => `工号 ${id}`),
            "zh",
          )}。`,
          en: `These rows of ${quote(name)} have no employee ID, while somebody of that name has ${list(
            namesakes.map((id) => `ID ${id}`),
            "en",
          )}.`,
        },
    fix: hasEmployeeId
      ? {
          zh: "确认是不是两个人；如是同一人，请统一工号。",
          en: "Check whether they are two people; if not, use one employee ID.",
        }
      : {
          zh: "补上工号，以免与同名的人混淆。",
          en: "Enter the employee ID, so that namesakes are not mixed up.",
        },
  }),
  nameVaries: ({ problem }) =>
    problem.kind === "names"
      ? {
          text: {
            zh: `同一工号有不同的姓名：${list(problem.names, "zh")}。`,
            en: `One employee ID has different names: ${list(problem.names, "en")}.`,
          },
          fix: {
            zh: "核对是谁，把姓名或工号改一致。",
            en: "Check who it is and make name and ID agree.",
          },
        }
      : {
          text: {
            zh: `${quote(problem.seen)}里有多余的空格或全角字符。`,
            en: `${quote(problem.seen)} contains stray spaces or full-width characters.`,
          },
          fix: { zh: `改成${quote(problem.clean)}。`, en: `Write ${quote(problem.clean)}.` },
        },
  noLongerScored: ({ asOf, lastScored }) => ({
    text: {
      zh: `${formatMonth(asOf)} 和上个月都没有成绩${lastScored === null ? "" : `，最后一次是 ${formatMonth(lastScored)}`}，本月不列入名单。`,
      en: `No score in ${formatMonth(asOf)} and the month before${lastScored === null ? "" : `, the last one being of ${formatMonth(lastScored)}`}; not listed this month.`,
    },
    fix: {
      zh: "如仍在职，请补录成绩；如已离职，无须处理。",
      en: "Enter the scores of somebody who is still employed; for somebody who left there is nothing to do.",
    },
  }),
  levelUnknown: ({ text, levels }) => ({
    text:
      text === ""
        ? { zh: "有成绩，但没有级别。", en: "There is a score but no level." }
        : { zh: `级别${quote(text)}不在制度里。`, en: `The policy knows no level ${quote(text)}.` },
    fix: {
      zh: `填写其中之一：${list(
        levels.map(({ zh }) => zh),
        "zh",
      )}。`,
      en: `Enter one of: ${list(
        levels.map(({ zh }) => zh),
        "en",
      )}.`,
    },
  }),
  levelJumps: ({ from, to, since, falls }) => ({
    text: falls
      ? {
          zh: `级别从${from.zh}（${formatMonth(since)}）降为${to.zh}，制度没有降级的规定。`,
          en: `The level falls from ${from.en} (${formatMonth(since)}) to ${to.en}; the policy has no rule for that.`,
        }
      : {
          zh: `级别从${from.zh}（${formatMonth(since)}）直接到${to.zh}，跳过了中间的级别。`,
          en: `The level rises from ${from.en} (${formatMonth(since)}) to ${to.en} and leaves out what lies between.`,
        },
    fix: falls
      ? {
          zh: "确认是否填错；如确有其事，请留存依据。",
          en: "Check for a slip; if it is true, keep the grounds on file.",
        }
      : {
          zh: "确认是否填错；越级须有评审记录。",
          en: "Check for a slip; skipping a level needs a review on file.",
        },
  }),
  levelWithoutRecord: ({ from, to, since }) => ({
    text: {
      zh: `级别从${from.zh}（${formatMonth(since)}）升为${to.zh}，“晋升流程”表里没有相应的记录。`,
      en: `The level rises from ${from.en} (${formatMonth(since)}) to ${to.en}, and the table 晋升流程 has no record of it.`,
    },
    fix: {
      zh: "在“晋升流程”表里补上这次晋升的记录；如是填错级别，请改正。",
      en: "Add the record to 晋升流程, or correct the level.",
    },
  }),
  probationTooLong: ({ since, months: count, limit }) => ({
    text:
      count > limit
        ? {
            zh: `自 ${formatMonth(since)} 起试用已 ${count} 个月，超过 ${limit} 个月的上限。`,
            en: `On probation since ${formatMonth(since)}: ${counted(count, "month")}, more than the limit of ${limit}.`,
          }
        : {
            zh: `自 ${formatMonth(since)} 起试用已满 ${limit} 个月，到了上限。`,
            en: `On probation since ${formatMonth(since)}: the limit of ${counted(limit, "month")} is reached.`,
          },
    fix: {
      zh: "核对劳动合同约定的试用期，及时办理转正或另作决定；上限可在制度页按合同改。",
      en: "Check the probation in the contract and confirm or decide in time; the limit can be set on the policy page.",
    },
  }),
};
