declare const brand: unique symbol;

/** A calendar month, counted: year × 12 + month − 1. Consecutive months differ by one. */
export type Month = number & { readonly [brand]: "month" };

/** The month of a year; `month` runs from 1 to 12. */
export function monthOf(year: number, month: number): Month {
  if (!Number.isInteger(year) || !Number.isInteger(month) || month < 1 || month > 12)
    throw new RangeError(`Not a month: ${year}-${month}`);
  return (year * 12 + month - 1) as Month;
}

export function addMonths(month: Month, count: number): Month {
  return (month + count) as Month;
}

export function yearOf(month: Month): number {
  return Math.floor(month / 12);
}

/** 1 to 12. */
export function monthNumber(month: Month): number {
  return (month % 12) + 1;
}

/** "2025-03". */
export function formatMonth(month: Month): string {
  return `${String(yearOf(month)).padStart(4, "0")}-${String(monthNumber(month)).padStart(2, "0")}`;
}

/** "2025-03" as files keep it; undefined for anything else. */
export function monthFromText(text: string): Month | undefined {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/u.exec(text);
  return match === null ? undefined : monthOf(Number(match[1]), Number(match[2]));
}

export function monthFromDate(date: Date): Month {
  return monthOf(date.getFullYear(), date.getMonth() + 1);
}

/** "2026-11-25": the day on the calendar of the machine. */
export function dayFromDate(date: Date): string {
  return `${formatMonth(monthFromDate(date))}-${String(date.getDate()).padStart(2, "0")}`;
}

const FIRST_SERIAL = 1;
/** 9999-12-31, the last day a sheet knows. */
const LAST_SERIAL = 2_958_465;
const DAY = 86_400_000;

/** Month and day of a date serial (1900 system; whole days count); undefined outside Excel's dates. */
export function dateFromSerial(
  serial: number,
): { readonly month: Month; readonly day: number } | undefined {
  const day = Math.floor(serial);
  if (!(day >= FIRST_SERIAL && day <= LAST_SERIAL)) return undefined;
  // Excel counts a 29 February 1900 that never was: serials before it are one day later than the rest.
  const date = new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * DAY);
  return {
    month: monthOf(date.getUTCFullYear(), date.getUTCMonth() + 1),
    day: date.getUTCDate(),
  };
}

/** The date serial of a day (1900 system), the other way round. */
export function serialFromDate({
  month,
  day,
}: {
  readonly month: Month;
  readonly day: number;
}): number {
  const days =
    (Date.UTC(yearOf(month), monthNumber(month) - 1, day) - Date.UTC(1899, 11, 30)) / DAY;
  return days < 61 ? days - 1 : days;
}

/** The month of a date serial (1900 system; whole days count); undefined outside Excel's dates. */
export function monthFromSerial(serial: number): Month | undefined {
  return dateFromSerial(serial)?.month;
}

/** A number in a month's place: whole from 190001 to 209912 with a month of 01 to 12 is YYYYMM, any other a date serial. */
export function monthFromNumber(value: number): Month | undefined {
  if (Number.isInteger(value) && value >= 190_001 && value <= 209_912) {
    const month = value % 100;
    if (month >= 1 && month <= 12) return monthOf((value - month) / 100, month);
  }
  return monthFromSerial(value);
}
