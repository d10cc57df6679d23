import { FluentProvider } from "@fluentui/react-components";
import { sayNoHost, type Language } from "../../wording";
import { usePageStyles, useTheme } from "./themes";
import { Message } from "./Message";

interface NoHostProps {
  readonly why: "noOffice" | "noExcel";
  readonly language: Language;
}

/** The pane outside Excel: what is missing and how to get there. */
export function NoHost({ why, language }: NoHostProps) {
  usePageStyles();
  return (
    <FluentProvider theme={useTheme(null)} style={{ padding: 12, minHeight: "100vh" }}>
      <main>
        <Message intent="error" message={sayNoHost(why, language)} />
      </main>
    </FluentProvider>
  );
}
