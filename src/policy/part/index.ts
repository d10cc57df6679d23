// Takes: the text of the workbook's policy part, or of an exported file.
// Gives: the versions and decisions in it, what is unknown or wrong there, and the text to write back.
// Never: Excel, judgements, sentences. Loaded only when a workbook has a part.
export { fromBook, toBook } from "./book";
export type { FieldProblem, PartProblem, PartReport } from "./problems";
export { fitsPart, readPart, readPolicyJson, writePart, writePolicyJson } from "./read";
export type { PartResult } from "./read";
export { check } from "../schema/check";
export { valuesSchema } from "../schema/values";
export { decide, decisionsThatHold, emptyStored, undoDecision } from "./stored";
export type { StoredDecision, StoredPolicy, StoredVersion } from "./stored";
export { sameJson, unite } from "./unite";
export type { UnionConflict, United } from "./unite";
export { fitsText, readJson } from "./json";
export { readWitnessCells, witnessCells } from "./witness";
export type { Witness } from "./witness";
export { jsonForXml, POLICY_NAMESPACE, POLICY_ROOT, readXml, writeXml } from "./xml";
export type { PartRoot } from "./xml";
