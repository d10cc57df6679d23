import { readCount, sheetFen } from "./read";
import type { Translator } from "./translator";
import { call, iff } from "./syntax";

export const finePlain: Translator = {
  kind: "cells",
  columnsOnly: false,
  write: (cell, { parameters }) => {
    const { complaints, total, leave, greatestComplaints, greatestLeaves, greatestFine } =
      parameters.fines;
    const within = (greatest: string, count: string, cost: string): string =>
      iff(`${count}>${greatest}`, "#VALUE!", cost);
    const cost = (count: string): string =>
      within(greatestComplaints, count, sheetFen(call("LOOKUP", count, complaints, total)));
    // Counts that cannot be read are reported first, then those that are too large.
    const sum = [
      readCount(cell("complaints"), () => "0"),
      readCount(cell("leaves"), (count) =>
        within(greatestLeaves, count, `${sheetFen(leave)}*${count}`),
      ),
      readCount(cell("complaints"), cost),
    ].join("+");
    const paid = `(${sum})/100`;
    return [
      greatestFine === null ? paid : iff(`${sum}>${sheetFen(greatestFine)}`, "#VALUE!", paid),
    ];
  },
};
