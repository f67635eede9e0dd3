import type { FaultLevel, ServiceClass, Tier, Urgency } from './service-level-names';

/** What is known of a case when its limits are asked for; null where it is not known, or there is none. */
export interface Served {
  readonly level: FaultLevel | null;
  readonly urgency: Urgency | null;
  readonly class: ServiceClass | null;
  readonly tier: Tier | null;
  readonly contract: ContractLimits | null;
}

/** What a contract in force says about limits. */
export interface ContractLimits {
  readonly number: string;
  readonly limits: readonly {
    /** In the contract's words: of a class 严重故障, of a level 一级, or of an urgency 特急. */
    readonly class: string;
    readonly responseInMinutes: number;
    readonly resolutionInMinutes: number;
  }[];
}
