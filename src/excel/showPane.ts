/** Brings the task pane to the front; says whether this Office could. */
export async function showPane(): Promise<boolean> {
  try {
    await Office.addin.showAsTaskpane();
    return true;
  } catch {
    return false;
  }
}
