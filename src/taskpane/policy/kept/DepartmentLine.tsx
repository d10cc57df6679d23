import type { PolicyBook } from "../../../policy";
import { versionName } from "../../../views";
import { sayByDepartment } from "../../../wording";
import { useWords } from "../../common/language";
import { usePane } from "../../common/pane";
import { useKeptStyles } from "./keptStyles";

/** By whose policy a workbook without its own is computed. */
export function DepartmentLine({ book }: { readonly book: PolicyBook }) {
  const styles = useKeptStyles();
  const { language } = useWords();
  return (
    <p className={styles.line} data-kept="department">
      {sayByDepartment(versionName(book, usePane().today()), language)}
    </p>
  );
}
