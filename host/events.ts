import { formatArea, intersection } from "./core/a1";
import type { Area, Workbook, WorkbookEvent } from "./core/workbook";
import type { Connection } from "./connection";
import type { FaultPlan } from "./faults";
import { EVENT } from "./protocol/members/events";

/** Reports to the page what happens in the workbook, as far as it listens. */
export class Events {
  readonly #workbook: Workbook;
  readonly #faults: FaultPlan;
  readonly #client: () => Connection | null;
  readonly #unsubscribe: () => void;
  #activeSheetId: string;
  #messageId = 1;

  /** @param client the page of now, if there is one */
  constructor(workbook: Workbook, faults: FaultPlan, client: () => Connection | null) {
    this.#workbook = workbook;
    this.#faults = faults;
    this.#client = client;
    this.#activeSheetId = workbook.activeSheet().id;
    this.#unsubscribe = workbook.subscribe((event) => this.#onWorkbookEvent(event));
  }

  dispose(): void {
    this.#unsubscribe();
  }

  /** Messages are numbered, whoever sends them. */
  nextMessageId(): number {
    this.#messageId += 1;
    return this.#messageId;
  }

  #onWorkbookEvent(event: WorkbookEvent): void {
    switch (event.kind) {
      case "changed":
        return this.tellChange(event.sheetId, event.area, event.changeType, "Local");
      case "sheetActivated": {
        const before = this.#activeSheetId;
        this.#activeSheetId = event.sheetId;
        if (before !== event.sheetId) {
          this.#tell(EVENT.sheetDeactivated, before, { worksheetId: before });
        }
        return this.#tell(EVENT.sheetActivated, event.sheetId, { worksheetId: event.sheetId });
      }
      case "sheetAdded":
        return this.#tell(EVENT.sheetAdded, event.sheetId, {
          worksheetId: event.sheetId,
          source: "Local",
        });
      case "sheetDeleted":
        return this.#tell(EVENT.sheetDeleted, event.sheetId, {
          worksheetId: event.sheetId,
          source: "Local",
        });
      case "selectionChanged":
        return this.#tell(EVENT.selectionChanged, event.sheetId, {
          worksheetId: event.sheetId,
          address: formatArea(event.area),
        });
      case "calculated":
        if (this.#faults.silentCalculation) return;
        for (const { id } of this.#workbook.sheets()) {
          this.#tell(EVENT.calculated, id, { worksheetId: id, address: "" });
        }
        return;
      case "sheetRenamed":
        return;
    }
  }

  /** Reports cells that were changed. */
  tellChange(sheetId: string, area: Area, changeType: string, source: "Local" | "Remote"): void {
    this.#tell(EVENT.dataChanged, sheetId, {
      worksheetId: sheetId,
      address: formatArea(area),
      changeType,
      source,
      triggerSource: "Unknown",
      shiftDirection: "None",
    });
    this.#tellTables(sheetId, area, changeType, source);
  }

  /** To those who listen to a table that the change touches, and to those who listen to all tables. */
  #tellTables(sheetId: string, area: Area, changeType: string, source: "Local" | "Remote"): void {
    const client = this.#client();
    if (!client?.listensToAny(EVENT.tableChanged)) return;
    for (const table of this.#workbook.tables()) {
      if (table.sheetId !== sheetId || !intersection(table.area, area)) continue;
      const details = JSON.stringify({
        tableId: table.id,
        worksheetId: sheetId,
        address: formatArea(area),
        changeType,
        source,
      });
      for (const target of [table.id, sheetId, EVENT.wholeWorkbook]) {
        if (!client.listensTo(EVENT.tableChanged, target)) continue;
        client.sendLater([65536, EVENT.tableChanged, target, details, this.nextMessageId()]);
      }
    }
  }

  /** To those who listen to the sheet and to those who listen to all sheets. */
  #tell(eventType: number, sheetId: string, details: Readonly<Record<string, unknown>>): void {
    const client = this.#client();
    if (!client) return;
    for (const target of [sheetId, EVENT.wholeWorkbook]) {
      if (!client.listensTo(eventType, target)) continue;
      client.sendLater([65536, eventType, target, JSON.stringify(details), this.nextMessageId()]);
    }
  }
}
