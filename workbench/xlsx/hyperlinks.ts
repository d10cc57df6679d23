import type { Hyperlink } from "../../host";
import { blockAddress, parseBlock, toArea, toBlock } from "./addresses";
import {
  attributeOf,
  childOf,
  childrenOf,
  type OfficePackage,
  type XmlElement,
} from "../../src/ooxml";
import { textElement } from "./xml";
import type { SheetWriter } from "./sheetWriter";

const elementsOf = (root: XmlElement): readonly XmlElement[] =>
  childrenOf(childOf(root, "hyperlinks"), "hyperlink");

function readLink(element: XmlElement, addresses: ReadonlyMap<string, string>): Hyperlink {
  const { ref = "A1", location, tooltip } = element.attributes;
  const address = addresses.get(attributeOf(element, "id") ?? "");
  return {
    area: toArea(parseBlock(ref)),
    ...(address !== undefined && { address }),
    ...(location !== undefined && { documentReference: location }),
    ...(tooltip !== undefined && { screenTip: tooltip }),
  };
}

function addressesOf(file: OfficePackage, path: string): ReadonlyMap<string, string> {
  return new Map(
    file
      .relationships(path)
      .filter(({ kind }) => kind === "hyperlink")
      .map(({ id, target }) => [id, target]),
  );
}

export function readHyperlinks(root: XmlElement, file: OfficePackage, path: string): Hyperlink[] {
  const addresses = addressesOf(file, path);
  return elementsOf(root).map((element) => readLink(element, addresses));
}

const key = ({ area, address, documentReference, screenTip }: Hyperlink): string =>
  JSON.stringify([blockAddress(toBlock(area)), address, documentReference, screenTip]);

/** Links that stand stay as they are written; the others go, and new ones come behind them. */
export function writeHyperlinks(writer: SheetWriter, now: readonly Hyperlink[]): void {
  const addresses = addressesOf(writer.file, writer.path);
  const wanted = new Map(now.map((link) => [key(link), link]));
  const kept = elementsOf(writer.root).flatMap((element) =>
    wanted.delete(key(readLink(element, addresses))) ? [writer.standing(element)] : [],
  );
  for (const { area, address, documentReference, screenTip } of wanted.values()) {
    kept.push(
      textElement("hyperlink", {
        ref: blockAddress(toBlock(area)),
        ...(address !== undefined && writer.relate("hyperlink", address, true)),
        location: documentReference,
        tooltip: screenTip,
      }),
    );
  }
  writer.replace(
    "hyperlinks",
    kept.length === 0 ? "" : `<hyperlinks>${kept.join("")}</hyperlinks>`,
  );
}
