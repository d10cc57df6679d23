import type { CopyFacts } from "../../sharing";
import type { Language } from "../language";
import { sayNoPlain } from "./shareReasons";
import { agree, counted, list, number } from "../say";

/** What was done to make a copy, line by line; what did not happen is not said. */
export function sayCopyFacts(facts: CopyFacts, language: Language): readonly string[] {
  const lines: (string | null)[] = [
    facts.frozen === 0
      ? null
      : {
          zh: `${facts.frozen} 个调用加载项的公式转为数值`,
          en: `${counted(facts.frozen, "formula that calls the add-in became a value", "formulas that call the add-in became values")}`,
        }[language],
    ...facts.noPlain.map(
      ({ call, why, count }) =>
        ({
          zh: `其中 CS.${call} 有 ${count} 个只能转为数值：${sayNoPlain(why, language)}`,
          en: `of them ${number(count, "en")} of CS.${call} could only become ${agree(count, "a value", "values")}: ${sayNoPlain(why, language)}`,
        })[language],
    ),
    facts.plain === 0
      ? null
      : {
          zh: `${facts.plain} 个公式改写为普通公式`,
          en: `${counted(facts.plain, "formula became a plain formula", "formulas became plain formulas")}`,
        }[language],
    facts.frozenForLeftOut === 0
      ? null
      : {
          zh: `${facts.frozenForLeftOut} 个引用已略去内容的公式转为数值`,
          en: `${counted(facts.frozenForLeftOut, "formula on what is left out became a value", "formulas on what is left out became values")}`,
        }[language],
    facts.blanked === 0
      ? null
      : {
          zh: `${facts.blanked} 个由已略去内容算出的单元格留空`,
          en: `${counted(facts.blanked, "cell computed from what is left out is blank", "cells computed from what is left out are blank")}`,
        }[language],
    facts.troubledCount === 0
      ? null
      : {
          zh: `${facts.troubledCount} 个单元格显示错误值或没有数值`,
          en: `${counted(facts.troubledCount, "cell shows an error or has no value", "cells show an error or have no value")}`,
        }[language],
    facts.namesGone.length === 0
      ? null
      : {
          zh: `删去名称：${list(facts.namesGone, language)}`,
          en: `${agree(facts.namesGone.length, "name", "names")} removed: ${list(facts.namesGone, language)}`,
        }[language],
    facts.rulesGone === 0
      ? null
      : {
          zh: `删去 ${facts.rulesGone} 条调用加载项的条件格式`,
          en: `${counted(facts.rulesGone, "conditional format that calls the add-in removed", "conditional formats that call the add-in removed")}`,
        }[language],
    facts.checksGone === 0
      ? null
      : {
          zh: `删去 ${facts.checksGone} 条调用加载项的数据验证`,
          en: `${counted(facts.checksGone, "data validation that calls the add-in removed", "data validations that call the add-in removed")}`,
        }[language],
    facts.sheetsLeftOut.length === 0
      ? null
      : {
          zh: `略去工作表：${list(facts.sheetsLeftOut, language)}`,
          en: `${agree(facts.sheetsLeftOut.length, "sheet", "sheets")} left out: ${list(facts.sheetsLeftOut, language)}`,
        }[language],
    facts.columnsLeftOut.length === 0
      ? null
      : {
          zh: `略去列：${list(facts.columnsLeftOut, language)}`,
          en: `${agree(facts.columnsLeftOut.length, "column", "columns")} left out: ${list(facts.columnsLeftOut, language)}`,
        }[language],
    facts.notesGone === 0
      ? null
      : {
          zh: `略去 ${facts.notesGone} 条批注`,
          en: `${counted(facts.notesGone, "note")} left out`,
        }[language],
    facts.pivotsGone === 0
      ? null
      : {
          zh: `${facts.pivotsGone} 个数据透视表变为普通单元格`,
          en: `${counted(facts.pivotsGone, "pivot table")} became plain cells`,
        }[language],
    facts.people === 0
      ? null
      : {
          zh: `${facts.people} 人的姓名已处理`,
          en: `${agree(facts.people, "the name", "names")} of ${counted(facts.people, "person", "people")} taken out`,
        }[language],
    facts.addInsGone === 0
      ? null
      : { zh: "打开文件时不再加载任何加载项", en: "the file starts no add-in when it is opened" }[
          language
        ],
  ];
  return lines.filter((line) => line !== null);
}
