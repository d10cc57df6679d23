import { makeStyles } from "@fluentui/react-components";
import type { Ref } from "react";

const useStyles = makeStyles({ hidden: { display: "none" } });

interface FilePickerProps {
  /** For the button that opens it. */
  readonly ref: Ref<HTMLInputElement>;
  readonly label: string;
  readonly accept: string;
  readonly multiple?: boolean;
  readonly onPick: (files: readonly File[]) => void;
}

/** The browser's own dialog for files. */
export function FilePicker({ ref, label, accept, multiple = false, onPick }: FilePickerProps) {
  const styles = useStyles();
  return (
    <input
      ref={ref}
      className={styles.hidden}
      type="file"
      multiple={multiple}
      accept={accept}
      aria-label={label}
      onChange={({ currentTarget }) => {
        const files = [...(currentTarget.files ?? [])];
        // The same file may be picked again once it is mended.
        currentTarget.value = "";
        onPick(files);
      }}
    />
  );
}
