import { SaxesParser } from "saxes";
import type { CustomXmlPart } from "../../core/workbook";
import type { Environment } from "../environment";
import { RichApiError, invalidArgument, itemNotFound } from "../errors";
import { bind, scalar } from "../objects";
import type { HostObject, ObjectType } from "../objects";

interface PartsTarget {
  readonly env: Environment;
  /** Only the parts whose root element is in this namespace; null for all. */
  readonly namespace: string | null;
}

interface PartTarget {
  readonly env: Environment;
  readonly part: CustomXmlPart;
}

export function customXmlParts(env: Environment): HostObject {
  return bind(COLLECTION, { env, namespace: null });
}

const part = (env: Environment, found: CustomXmlPart): HostObject =>
  bind(CUSTOM_XML_PART, { env, part: found });

function partsOf({ env, namespace }: PartsTarget): CustomXmlPart[] {
  return env.workbook.customXmlParts.filter(
    ({ xml }) => namespace === null || namespaceOf(xml) === namespace,
  );
}

/** Characters that are read at a time until the root element has come. */
const PIECE = 4096;

/** The namespace of the root element, "" if it has none. */
function namespaceOf(xml: string): string {
  let namespace: string | null = null;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", () => {
    throw invalidArgument();
  });
  parser.on("opentag", ({ uri }) => (namespace ??= uri));
  for (let at = 0; namespace === null; at += PIECE) {
    if (at >= xml.length) throw invalidArgument();
    parser.write(xml.slice(at, at + PIECE));
  }
  return namespace;
}

/** Excel refuses what is not XML. */
function checkXml(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", () => {
    throw invalidArgument();
  });
  parser.write(xml).close();
}

function find(target: PartsTarget, id: unknown): HostObject | null {
  const found = partsOf(target).find((each) => each.id === id);
  return found ? part(target.env, found) : null;
}

function item(target: PartsTarget, id: unknown): HostObject {
  const found = find(target, id);
  if (!found) throw itemNotFound();
  return found;
}

function newId(env: Environment): string {
  const taken = new Set(env.workbook.customXmlParts.map(({ id }) => id));
  for (let number = taken.size + 1; ; number += 1) {
    const id = `{00000000-0000-4000-8000-${number.toString(16).toUpperCase().padStart(12, "0")}}`;
    if (!taken.has(id)) return id;
  }
}

const COLLECTION: ObjectType<PartsTarget> = {
  name: "CustomXmlPartCollection",
  items: (target) => partsOf(target).map((each) => part(target.env, each)),
  item,
  methods: {
    add: ({ env }, parameters) => {
      const xml = parameters.text(0);
      checkXml(xml);
      const added = { id: newId(env), xml };
      env.workbook.customXmlParts.push(added);
      return part(env, added);
    },
    getByNamespace: ({ env }, parameters) =>
      bind(SCOPED_COLLECTION, { env, namespace: parameters.text(0) }),
    getCount: (target) => partsOf(target).length,
    getItem: (target, parameters) => item(target, parameters.at(0)),
    getItemOrNullObject: (target, parameters) => find(target, parameters.at(0)),
  },
};

const SCOPED_COLLECTION: ObjectType<PartsTarget> = {
  name: "CustomXmlPartScopedCollection",
  items: (target) => partsOf(target).map((each) => part(target.env, each)),
  item,
  methods: {
    getCount: (target) => partsOf(target).length,
    getItem: (target, parameters) => item(target, parameters.at(0)),
    getItemOrNullObject: (target, parameters) => find(target, parameters.at(0)),
    getOnlyItem: (target) => {
      const [only, ...more] = partsOf(target);
      if (!only || more.length > 0) {
        throw new RichApiError("GeneralException", "There was an internal error.");
      }
      return part(target.env, only);
    },
    getOnlyItemOrNullObject: (target) => {
      const [only, ...more] = partsOf(target);
      return only && more.length === 0 ? part(target.env, only) : null;
    },
  },
};

function existing({ env, part: wanted }: PartTarget): CustomXmlPart {
  if (!env.workbook.customXmlParts.includes(wanted)) throw itemNotFound();
  return wanted;
}

const CUSTOM_XML_PART: ObjectType<PartTarget> = {
  name: "CustomXmlPart",
  identity: ({ part: { id } }) => ({ Id: id }),
  properties: {
    id: scalar((target) => existing(target).id),
    namespaceUri: scalar((target) => namespaceOf(existing(target).xml)),
  },
  methods: {
    getXml: (target) => existing(target).xml,
    setXml: (target, parameters) => {
      const xml = parameters.text(0);
      checkXml(xml);
      existing(target).xml = xml;
    },
    delete: (target) => {
      const { customXmlParts: parts } = target.env.workbook;
      parts.splice(parts.indexOf(existing(target)), 1);
    },
  },
};
