import { Button, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { sayRemoveWord, policyValuesWords } from "../../../wording";
import { useWordsOf } from "../../common/language";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    gap: "4px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  word: {
    display: "flex",
    alignItems: "center",
    minWidth: 0,
    maxWidth: "100%",
    paddingInlineStart: "8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: "anywhere",
  },
  add: { display: "flex", gap: "4px", marginTop: "4px" },
  input: { flex: 1, minWidth: 0 },
  button: { minWidth: 0 },
});

/** Words typed or pasted in one go; the signs of a list stand between them. */
const BETWEEN = /[、，,；;\n]/u;

interface WordListProps {
  readonly label: string;
  readonly words: readonly string[];
  /** Words to choose from; without them any word may be typed. */
  readonly options?: readonly string[];
  readonly onChange: (words: readonly string[]) => void;
}

/** A list of words: each can be taken away, and others added. */
export function WordList({ label, words: list, options, onChange }: WordListProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyValuesWords);
  const [typed, setTyped] = useState("");
  const add = (text: string): void => {
    const added = text.split(BETWEEN).filter((word) => word.trim() !== "");
    if (added.length > 0) onChange([...list, ...added]);
    setTyped("");
  };
  return (
    <div>
      <ul className={styles.list}>
        {list.map((word, index) => (
          <li key={`${word} ${index}`} className={styles.word}>
            <span>{word}</span>
            <Button
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={sayRemoveWord(word, language)}
              onClick={() => onChange(list.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      <div className={styles.add}>
        {options === undefined ? (
          <Input
            className={styles.input}
            // Else an input asks for twenty characters and pushes the button out.
            input={{ size: 4 }}
            size="small"
            aria-label={`${label} ${words.addWord}`}
            placeholder={words.addWord}
            value={typed}
            onChange={(_, { value }) => setTyped(value)}
            onKeyDown={(event) => {
              // While a word is composed, Enter belongs to the input method.
              if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
              event.preventDefault();
              add(typed);
            }}
          />
        ) : (
          <Select
            className={styles.input}
            size="small"
            aria-label={`${label} ${words.add}`}
            value={typed}
            onChange={(_, { value }) => setTyped(value)}
          >
            <option value="" />
            {options.map((option) => (
              <option key={option} value={option}>
                {option}
              </option>
            ))}
          </Select>
        )}
        <Button
          className={styles.button}
          size="small"
          aria-label={`${label} ${words.add}`}
          onClick={() => add(typed)}
        >
          {words.add}
        </Button>
      </div>
    </div>
  );
}
