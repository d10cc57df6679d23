"use strict";

// Takes the metadata of the functions in both languages, notes and examples, gives a page that explains them. It is where Excel's
// "Support" link and the functions' help lead, and each function can be reached by its id: help.html#TIER.

function helpPage(chinese, english, { notes, examples }) {
  const englishById = new Map(english.functions.map((described) => [described.id, described]));
  const sections = chinese.functions.map((described) => {
    const translated = englishById.get(described.id);
    if (translated === undefined) throw new Error(`No English words for ${described.id}`);
    return section(described, translated, examples[described.id]);
  });
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>客服薪酬与晋升：函数 · CS Pay and Promotion: functions</title>
    <link rel="icon" href="data:," />
    <style>
      :root { color-scheme: light dark; }
      body { font: 16px/1.6 "Segoe UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; max-width: 48rem; margin: 0 auto; padding: 1rem; }
      code { font-family: Consolas, Menlo, monospace; overflow-wrap: anywhere; }
      dt { font-weight: 600; }
      dd { margin: 0 0 0.5rem 1.5rem; }
    </style>
  </head>
  <body>
    <main>
      <h1>客服薪酬与晋升：函数<br /><span lang="en">CS Pay and Promotion: functions</span></h1>
      <section>
        <h2>怎样写 <span lang="en">How to write them</span></h2>
        <ul>${notes.map(note).join("")}</ul>
      </section>
${sections.join("\n")}
    </main>
  </body>
</html>
`;
}

function note({ zh, en }) {
  return `<li>${escapeHtml(zh)}<br /><span lang="en">${escapeHtml(en)}</span></li>`;
}

function section(chinese, english, examples) {
  const parameters = chinese.parameters.map((parameter, index) =>
    described(parameter, english.parameters[index]),
  );
  return `      <section id="${escapeHtml(chinese.id)}">
        <h2><code>${escapeHtml(signature(chinese))}</code></h2>
        <p>${escapeHtml(chinese.description)}</p>
        <p lang="en">${escapeHtml(english.description)}</p>
        <p>${examples.map((example) => `<code>${escapeHtml(example)}</code>`).join("<br />")}</p>
        <dl>${parameters.join("")}</dl>
      </section>`;
}

// A parameter that may be left out stands in brackets, as in Excel.
function signature({ name, parameters }) {
  const names = parameters.map((parameter) =>
    parameter.optional === true ? `[${parameter.name}]` : parameter.name,
  );
  return `=CS.${name}(${names.join(", ")})`;
}

function described(chinese, english) {
  return `<dt>${escapeHtml(chinese.name)} <span lang="en">${escapeHtml(english.name)}</span></dt><dd>${escapeHtml(
    chinese.description,
  )}<br /><span lang="en">${escapeHtml(english.description)}</span></dd>`;
}

function escapeHtml(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

module.exports = { helpPage };
