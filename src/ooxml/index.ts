// Takes: the bytes of an Office file.
// Gives: its parts as text, trees and steps; the bytes of the file with parts changed, all others as they were.
// Never: what a sheet, a formula or a style means.
export { FileRefusal, type RefusalCode } from "./refusal";
export { limits } from "./limits";
export { DECLARATION, OfficePackage, type PackageStep } from "./package/officePackage";
export type { Relationship } from "./package/officePackage";
export { relationshipsPath } from "./package/paths";
export { openWorkbookPackage, type WorkbookPackage } from "./workbookPackage";
export { patchMiddle, type MiddlePatch } from "./package/patchMiddle";
export { mayHold, mayHoldOf, patchPiecewise, readPiecewise } from "./package/piecewise";
export type { Codec, Deflater } from "./zip/codec";
export { localName, type Listener, type OpenTag, type Span } from "./xml/scanner";
export type { PatchMaker, Pen } from "./xml/patch";
export { element, escapeContent, escapeXml, withAttributes } from "./xml/tags";
export {
  appendInside,
  applyEdits,
  attributeOf,
  childOf,
  childrenOf,
  declaredPrefixes,
  descendants,
  ownNamespace,
  prefixOf,
  readTree,
  relationAttribute,
  type Edit,
  type XmlElement,
} from "./xml/tree";
