import type { Environment } from "../environment";
import type { Method } from "../objects";

/** The numbers under which the client library knows events, and the target that stands for all sheets. */
export const EVENT = {
  dataChanged: 10,
  sheetActivated: 11,
  sheetDeactivated: 12,
  sheetAdded: 13,
  selectionChanged: 14,
  sheetDeleted: 15,
  calculated: 16,
  tableChanged: 101,
  visibilityChanged: 65539,
  wholeWorkbook: "Workbook",
} as const;

/** The pair of hidden methods by which the client asks for an event. */
export function eventMethods<T>(
  events: Readonly<Record<string, number>>,
  environment: (target: T) => Environment,
  targetId: (target: T) => string,
): Record<string, Method<T>> {
  return Object.fromEntries(
    Object.entries(events).flatMap(([name, type]): [string, Method<T>][] => [
      [
        `_Register${name}Event`,
        (target) => environment(target).listen(type, targetId(target), true),
      ],
      [
        `_Unregister${name}Event`,
        (target) => environment(target).listen(type, targetId(target), false),
      ],
    ]),
  );
}
