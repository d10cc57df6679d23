import type { Comment } from "../../core/sheetParts";
import type { Area, Sheet } from "../../core/workbook";
import { assertWritable } from "../environment";
import type { Environment } from "../environment";
import { RichApiError, invalidArgument, itemNotFound } from "../errors";
import { bind, scalar } from "../objects";
import type { HostObject, ObjectType, Parameters } from "../objects";
import { resolveReference } from "./addresses";
import { range } from "./registry";

interface CommentsTarget {
  readonly env: Environment;
  /** null for the comments of all sheets. */
  readonly sheet: Sheet | null;
}

interface CommentTarget {
  readonly env: Environment;
  readonly id: string;
}

export function comments(env: Environment, sheet: Sheet | null): HostObject {
  return bind(COMMENTS, { env, sheet });
}

interface Found {
  readonly sheet: Sheet;
  readonly comment: Comment;
}

function commentsOf({ env, sheet }: CommentsTarget): Found[] {
  return (sheet ? [sheet] : env.workbook.sheets()).flatMap((each) =>
    each.parts.comments.map((comment) => ({ sheet: each, comment })),
  );
}

const item = (env: Environment, { comment: { id } }: Found): HostObject =>
  bind(COMMENT, { env, id });

function itemWhere(target: CommentsTarget, wanted: (found: Found) => boolean): HostObject {
  const found = commentsOf(target).find(wanted);
  if (!found) throw itemNotFound();
  return item(target.env, found);
}

/** The first cell that a call names, by a range or an address with its sheet. */
function cellOf({ env, sheet }: CommentsTarget, parameters: Parameters) {
  const object = parameters.object(0);
  // An object of the type "Range" is always bound to such a target.
  const found = object
    ? (object.target as { sheet: Sheet; area: Area })
    : resolveReference(env, sheet ?? env.workbook.activeSheet(), parameters.text(0));
  const { row, column } = found.area;
  return { sheet: found.sheet, row, column };
}

function newId(env: Environment): string {
  const taken = new Set(commentsOf({ env, sheet: null }).map(({ comment }) => comment.id));
  for (let number = taken.size + 1; ; number += 1) {
    const id = `{00000000-0000-4000-9000-${number.toString(16).toUpperCase().padStart(12, "0")}}`;
    if (!taken.has(id)) return id;
  }
}

const COMMENTS: ObjectType<CommentsTarget> = {
  name: "CommentCollection",
  items: (target) => commentsOf(target).map((found) => item(target.env, found)),
  item: (target, key) => itemWhere(target, ({ comment }) => comment.id === key),
  methods: {
    add: (target, parameters) => {
      const { sheet, row, column } = cellOf(target, parameters);
      assertWritable(sheet);
      const content = parameters.text(1);
      if (parameters.given(2) && parameters.text(2) !== "Plain") throw invalidArgument();
      if (sheet.parts.comments.some((each) => each.row === row && each.column === column)) {
        throw new RichApiError("ItemAlreadyExists", "The cell has a comment already.");
      }
      const id = newId(target.env);
      const authorName = "Workbench";
      sheet.parts.comments.push({ id, row, column, content, authorName, resolved: false });
      return bind(COMMENT, { env: target.env, id });
    },
    getCount: (target) => commentsOf(target).length,
    getItem: (target, parameters) =>
      itemWhere(target, ({ comment }) => comment.id === parameters.at(0)),
    getItemOrNullObject: (target, parameters) => {
      const found = commentsOf(target).find(({ comment }) => comment.id === parameters.at(0));
      return found ? item(target.env, found) : null;
    },
    getItemAt: (target, parameters) => {
      const found = commentsOf(target)[parameters.integer(0)];
      if (!found) throw invalidArgument();
      return item(target.env, found);
    },
    getItemByCell: (target, parameters) => {
      const { sheet, row, column } = cellOf(target, parameters);
      return itemWhere(
        target,
        (found) =>
          found.sheet.id === sheet.id &&
          found.comment.row === row &&
          found.comment.column === column,
      );
    },
  },
};

function current({ env, id }: CommentTarget): Found {
  const found = commentsOf({ env, sheet: null }).find(({ comment }) => comment.id === id);
  if (!found) throw itemNotFound();
  return found;
}

function change(target: CommentTarget, changed: Partial<Comment>): void {
  const { sheet, comment } = current(target);
  assertWritable(sheet);
  const { comments: list } = sheet.parts;
  list[list.indexOf(comment)] = { ...comment, ...changed };
}

const COMMENT: ObjectType<CommentTarget> = {
  name: "Comment",
  identity: ({ id }) => ({ Id: id }),
  properties: {
    id: scalar(({ id }) => id),
    content: scalar(
      (target) => current(target).comment.content,
      (target, value) => {
        if (typeof value !== "string") throw invalidArgument();
        change(target, { content: value });
      },
    ),
    contentType: scalar(() => "Plain"),
    authorName: scalar((target) => current(target).comment.authorName),
    resolved: scalar(
      (target) => current(target).comment.resolved,
      (target, value) => change(target, { resolved: value === true }),
    ),
  },
  methods: {
    delete: (target) => {
      const { sheet, comment } = current(target);
      assertWritable(sheet);
      sheet.parts.comments.splice(sheet.parts.comments.indexOf(comment), 1);
    },
    getLocation: (target) => {
      const { sheet, comment } = current(target);
      const { row, column } = comment;
      return range(target.env, sheet, { row, column, rows: 1, columns: 1 });
    },
  },
};
