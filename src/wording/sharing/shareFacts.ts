import type { CopyFacts } from "../../sharing";
import type { Language } from "../language";
import { noPlainReasons } from "./shareReasons";
import { agree, counted, list, number, told } from "../say";

/** What was done to make a copy, line by line; what did not happen is not said. */
export function sayCopyFacts(facts: CopyFacts, language: Language): readonly string[] {
  const { namesGone, sheetsLeftOut, columnsLeftOut } = facts;
  return told([
    facts.frozen > 0 && {
      zh: `${facts.frozen} 个调用加载项的公式转为数值`,
      en: counted(
        facts.frozen,
        "formula that calls the add-in became a value",
        "formulas that call the add-in became values",
      ),
    },
    ...facts.noPlain.map(({ call, why, count }) => ({
      zh: `其中 CS.${call} 有 ${count} 个只能转为数值：${noPlainReasons[why].zh}`,
      en: `of them ${number(count, "en")} of CS.${call} could only become ${agree(count, "a value", "values")}: ${noPlainReasons[why].en}`,
    })),
    facts.keptAsStored > 0 && {
      zh: `其中 ${facts.keptAsStored} 个与公式的结果不同，保留存着的值`,
      en: `${number(facts.keptAsStored, "en")} of them keep what is stored, which is not what the formula gives`,
    },
    facts.plain > 0 && {
      zh: `${facts.plain} 个公式改写为普通公式`,
      en: counted(facts.plain, "formula became a plain formula", "formulas became plain formulas"),
    },
    facts.corrected > 0 && {
      zh: `${facts.corrected} 个单元格改为公式的结果`,
      en: counted(
        facts.corrected,
        "cell shows what its formula gives instead of what was stored",
        "cells show what their formulas give instead of what was stored",
      ),
    },
    facts.frozenForLeftOut > 0 && {
      zh: `${facts.frozenForLeftOut} 个引用已略去内容的公式转为数值`,
      en: counted(
        facts.frozenForLeftOut,
        "formula on what is left out became a value",
        "formulas on what is left out became values",
      ),
    },
    facts.blanked > 0 && {
      zh: `${facts.blanked} 个由已略去内容算出的单元格留空`,
      en: counted(
        facts.blanked,
        "cell computed from what is left out is blank",
        "cells computed from what is left out are blank",
      ),
    },
    facts.troubledCount > 0 && {
      zh: `${facts.troubledCount} 个单元格显示错误值或没有数值`,
      en: counted(
        facts.troubledCount,
        "cell shows an error or has no value",
        "cells show an error or have no value",
      ),
    },
    namesGone.length > 0 && {
      zh: `删去名称：${list(namesGone, "zh")}`,
      en: `${agree(namesGone.length, "name", "names")} removed: ${list(namesGone, "en")}`,
    },
    facts.rulesGone > 0 && {
      zh: `删去 ${facts.rulesGone} 条调用加载项的条件格式`,
      en: counted(
        facts.rulesGone,
        "conditional format that calls the add-in removed",
        "conditional formats that call the add-in removed",
      ),
    },
    facts.checksGone > 0 && {
      zh: `删去 ${facts.checksGone} 条调用加载项的数据验证`,
      en: counted(
        facts.checksGone,
        "data validation that calls the add-in removed",
        "data validations that call the add-in removed",
      ),
    },
    sheetsLeftOut.length > 0 && {
      zh: `略去工作表：${list(sheetsLeftOut, "zh")}`,
      en: `${agree(sheetsLeftOut.length, "sheet", "sheets")} left out: ${list(sheetsLeftOut, "en")}`,
    },
    columnsLeftOut.length > 0 && {
      zh: `略去列：${list(columnsLeftOut, "zh")}`,
      en: `${agree(columnsLeftOut.length, "column", "columns")} left out: ${list(columnsLeftOut, "en")}`,
    },
    facts.notesGone > 0 && {
      zh: `略去 ${facts.notesGone} 条批注`,
      en: `${counted(facts.notesGone, "note")} left out`,
    },
    facts.pivotsGone > 0 && {
      zh: `${facts.pivotsGone} 个数据透视表变为普通单元格`,
      en: `${counted(facts.pivotsGone, "pivot table")} became plain cells`,
    },
    facts.people > 0 && {
      zh: `${facts.people} 人的姓名已处理`,
      en: `${agree(facts.people, "the name", "names")} of ${counted(facts.people, "person", "people")} taken out`,
    },
    facts.addInsGone > 0 && {
      zh: "打开文件时不再加载任何加载项",
      en: "the file starts no add-in when it is opened",
    },
  ]).map((line) => line[language]);
}
