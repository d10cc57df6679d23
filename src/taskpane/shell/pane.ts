import { keepingPolicy, type Gateway, type PaneRequest, type PolicySession } from "../../tasks";
import type { Month } from "../../units";
import { Navigation } from "./navigation";
import { Notices } from "./notices";
import { OpenMonth } from "./openMonth";
import { TaskRunner } from "./taskRunner";

/** The parts that all pages share; whatever belongs to one page is a store of that page. */
export class Pane {
  readonly gateway: Gateway;
  readonly policy: PolicySession;
  readonly today: () => Month;
  readonly notices: Notices;
  readonly tasks: TaskRunner;
  readonly navigation: Navigation;
  readonly month: OpenMonth;

  constructor(gateway: Gateway, policy: PolicySession, today: () => Month) {
    this.gateway = keepingPolicy(gateway, policy);
    this.policy = policy;
    this.today = today;
    this.notices = new Notices();
    this.tasks = new TaskRunner(this.notices);
    this.navigation = new Navigation(this.gateway, this.notices, this.tasks);
    this.month = new OpenMonth(this);
  }

  /** The ribbon's buttons do what the pane's do. */
  readonly serve = (request: PaneRequest): Promise<void> => {
    switch (request) {
      case "validateMonth":
        return this.month.validate();
      case "clearHighlights":
        return this.month.clear();
    }
  };
}
