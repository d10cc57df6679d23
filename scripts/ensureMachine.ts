// Takes: the machine. Gives: everything that the tests need of it beside Node, installed where it may be.
import { ensureBrowser } from "./ensureBrowser";
import { ensureOffice } from "./ensureOffice";
import { ensurePrograms } from "./ensurePrograms";

console.log(`Browser: ${ensureBrowser()}`);
const { soffice, pdftotext } = ensureOffice();
console.log(`Office: ${soffice}, ${pdftotext}`);
const { ssconvert, python } = ensurePrograms();
console.log(`Other programs: ${ssconvert}, openpyxl for ${python}`);
