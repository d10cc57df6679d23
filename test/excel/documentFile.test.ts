import { afterEach, describe, expect, it } from "vitest";
import { openWorkbook, problemOf, toldOf, type OpenWorkbook } from "../workbook/openWorkbook";

/** More than one slice. */
const FILE = Uint8Array.from({ length: 2_500_000 }, (_, index) => (index * 31) % 256);

let book: OpenWorkbook | undefined;
afterEach(async () => {
  await book?.close();
  book = undefined;
});

async function opened(document?: () => Promise<Uint8Array>): Promise<OpenWorkbook> {
  book = await openWorkbook(
    [{ name: "成绩", cells: [["姓名"]] }],
    document === undefined ? {} : { document },
  );
  return book;
}

describe("the bytes of the open workbook", () => {
  it("come in slices, whole and in order, and no copy stays open", async () => {
    const { gateway, host } = await opened(() => Promise.resolve(FILE));
    const told: number[] = [];
    const bytes = await gateway.readFile({ onProgress: ({ done }) => told.push(done) });
    expect(Buffer.compare(Buffer.from(bytes), Buffer.from(FILE))).toBe(0);
    expect(told).toEqual([1_048_576, 2_097_152, 2_500_000]);
    expect(host.openDocumentCopies).toBe(0);
  });

  it("are let go of after a cancel between two slices", async () => {
    const { gateway, host } = await opened(() => Promise.resolve(FILE));
    const controller = new AbortController();
    const request = gateway.readFile({
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(await toldOf(request)).toEqual({ kind: "cancelled" });
    expect(host.openDocumentCopies).toBe(0);
  });

  it("can be asked for again and again", async () => {
    const { gateway } = await opened(() => Promise.resolve(FILE.slice(0, 10)));
    for (let time = 0; time < 4; time += 1)
      expect(await gateway.readFile()).toEqual(FILE.slice(0, 10));
  });

  it("are refused where Excel has no file to give", async () => {
    const { gateway } = await opened();
    expect((await problemOf(gateway.readFile())).problem).toBe("noFile");
  });
});

describe("a new workbook", () => {
  it("opens in a window of its own", async () => {
    const { gateway, host } = await opened();
    const created: Uint8Array[] = [];
    host.onWorkbookCreated((bytes) => created.push(bytes));
    await gateway.openWorkbook(btoa("PK workbook"));
    expect(created.map((bytes) => new TextDecoder().decode(bytes))).toEqual(["PK workbook"]);
  });

  it("is refused where it is larger than a request, or no base64", async () => {
    const { gateway } = await opened();
    expect((await problemOf(gateway.openWorkbook("A".repeat(6_000_000)))).problem).toBe("tooLarge");
    expect((await problemOf(gateway.openWorkbook("*"))).problem).toBe("unknown");
  });
});

it("the workbook starts the add-in only while HR wants it to", async () => {
  const { gateway } = await opened();
  expect(await gateway.startsWithWorkbook()).toBe(false);
  await gateway.startWithWorkbook(true);
  expect(await gateway.startsWithWorkbook()).toBe(true);
  await gateway.startWithWorkbook(false);
  expect(await gateway.startsWithWorkbook()).toBe(false);
});
