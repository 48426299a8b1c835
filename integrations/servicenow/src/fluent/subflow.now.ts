import '@servicenow/sdk/global'
import { ReferenceColumn, StringColumn } from '@servicenow/sdk/core'
import { action, Subflow, wfa } from '@servicenow/sdk/automation'

/**
 * Enters a repair, which the scheduled script takes through its steps, and waits until it is done. A person answers the plan
 * in the incident in between.
 */
export const diagnoseAndRepair = Subflow(
    {
        $id: Now.ID['diagnose_and_repair'],
        name: 'Diagnose and repair presence cluster',
        description: 'Diagnoses the cluster, plans its repair, and runs what was approved; writes work notes into the incident',
        runAs: 'system',
        inputs: {
            incident: ReferenceColumn({ label: 'Incident', referenceTable: 'incident', mandatory: true }),
            cluster: StringColumn({ label: 'Cluster', maxLength: 63, mandatory: true }),
        },
        outputs: {
            outcome: StringColumn({ label: 'Outcome', maxLength: 40 }),
            note: StringColumn({ label: 'Work note', maxLength: 4000 }),
            link: StringColumn({ label: 'Link', maxLength: 1000 }),
        },
    },
    (params) => {
        const entered = wfa.action(
            action.core.createRecord,
            { $id: Now.ID['enter_repair'], annotation: 'The scheduled script takes it up' },
            {
                table_name: 'x_medic_repair',
                values: TemplateValue({
                    incident: wfa.dataPill(params.inputs.incident, 'reference'),
                    cluster: wfa.dataPill(params.inputs.cluster, 'string'),
                }),
            }
        )
        wfa.action(
            action.core.waitForCondition,
            { $id: Now.ID['await_repair'], annotation: 'Until it is done' },
            {
                table_name: 'x_medic_repair',
                record: wfa.dataPill(entered.record, 'reference'),
                conditions: 'phase=DONE',
            }
        )
        wfa.flowLogic.assignSubflowOutputs({ $id: Now.ID['tell_outcome'] }, params.outputs, {
            outcome: wfa.dataPill(entered.record.outcome, 'string'),
            note: wfa.dataPill(entered.record.note, 'string'),
            link: wfa.dataPill(entered.record.link, 'string'),
        })
    }
)
