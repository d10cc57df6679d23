// What Excel and readers are told of the functions, in both languages, as JSON for the build.
import { functionsMetadata } from "../src/formulas";

const metadata = { chinese: functionsMetadata("zh"), english: functionsMetadata("en") };
process.stdout.write(JSON.stringify(metadata));
