// What Excel and readers are told of the functions, in both languages, as JSON for the build. Takes the address
// below which the files are served: Excel resolves no relative address of a function's help.
import { functionsHelp, functionsMetadata } from "../src/formulas";

const [, , address] = process.argv;
const told = {
  chinese: functionsMetadata("zh", address),
  english: functionsMetadata("en", address),
  help: functionsHelp(),
};
process.stdout.write(JSON.stringify(told));
