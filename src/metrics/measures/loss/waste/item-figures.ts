import type { WasteItem } from '../../../../contract/result.ts';
import { OUTCOMES } from '../../../../model/item-facts.ts';
import { orNull } from '../../../../model/time/instants.ts';
import type { MetricInput } from '../../../metric-input.ts';
import type { Breakdown } from './breakdown.ts';

/** What one item costs, as the contract has it. */
export function wasteItemOf({ facts, timelines }: MetricInput, item: number, own: Breakdown): WasteItem {
  return {
    id: timelines.ids[item] as string,
    outcome: OUTCOMES[facts.outcome[item] as number] as WasteItem['outcome'],
    chargedHours: own.chargedHours,
    unassignedHours: own.unassignedHours,
    abandonedHours: own.abandonedHours,
    reworkHours: own.reworkHours,
    handoffs: timelines.peopleKnown[item] === 1 ? own.handoffs : null,
    handoffHours: own.handoffHours,
    wastedHours: own.wastedHours,
    waitingDays: own.waitingDays,
    blockedDays: own.blockedDays,
    pausedDays: own.pausedDays,
    abandonedCost: orNull(own.abandonedCost),
    reworkCost: orNull(own.reworkCost),
    handoffCost: orNull(own.handoffCost),
    wastedCost: orNull(own.wastedCost),
    labourCost: orNull(own.labourCost),
    waitingCost: orNull(own.waitingCost),
    blockedCost: orNull(own.blockedCost),
    delayCost: orNull(own.delayCost),
  };
}
