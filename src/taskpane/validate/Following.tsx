import { Switch } from "@fluentui/react-components";
import { sayLive } from "../../wording";
import { useWords } from "../shared/language";
import { Outdated } from "../shared/Outdated";
import { usePane } from "../shared/pane";
import { useStore } from "../shared/store";

/** Whether the result follows the sheet, and that it may not be the sheet's any more. */
export function Following() {
  const { month } = usePane();
  const { language } = useWords();
  const following = useStore(month, (state) => state.following);
  return (
    <>
      <Switch
        checked={following}
        label={sayLive("followEdits", language)}
        onChange={(_, { checked }) => void month.follow(checked)}
      />
      <Outdated />
    </>
  );
}
