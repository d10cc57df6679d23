import { fullReadings, type StoredPolicy, type United, type Words } from "../policy";

/** What two people saved differently, by the names that HR knows. The later was taken. */
export type PolicyConflict =
  | { readonly kind: "version"; readonly id: string; readonly name: string }
  | { readonly kind: "field"; readonly name: string }
  | {
      readonly kind: "decision";
      readonly title: Words;
      /** "2025-01"; null where it holds for every month. */
      readonly from: string | null;
      readonly taken: Words;
      readonly other: Words;
    };

const asItIs = (text: string): Words => ({ zh: text, en: text });

/** The conflicts of a policy that several parts say together; what is unknown here keeps its id. */
export function policyConflicts({
  stored,
  conflicts,
}: Pick<United, "conflicts"> & { readonly stored: StoredPolicy }): readonly PolicyConflict[] {
  return conflicts.map((conflict): PolicyConflict => {
    switch (conflict.kind) {
      case "version": {
        const version = stored.versions?.find(({ id }) => id === conflict.id);
        return { kind: "version", id: conflict.id, name: version?.name ?? "" };
      }
      case "field":
        return conflict;
      case "decision": {
        const reading = fullReadings.find(({ id }) => id === conflict.reading);
        const labelOf = (option: string): Words =>
          reading?.options.find(({ id }) => id === option)?.label ?? asItIs(option);
        return {
          kind: "decision",
          title: reading?.title ?? asItIs(conflict.reading),
          from: conflict.from,
          taken: labelOf(conflict.taken),
          other: labelOf(conflict.other),
        };
      }
    }
  });
}
