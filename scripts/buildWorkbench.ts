// Takes: the repository. Gives: the workbench's page, built, so that whoever opens it next need not wait.
import path from "node:path";
import { buildPage } from "../workbench/build";

void buildPage(path.join(import.meta.dirname, ".."), (line) => console.log(line));
