import '@servicenow/sdk/global'
import { Property, ReferenceColumn, Role, StringColumn, Table } from '@servicenow/sdk/core'

export const operator = Role({
    $id: Now.ID['operator'],
    name: 'x_medic.operator',
    description: 'May diagnose a cluster out of an incident and answer its plan',
})

export const url = Property({
    $id: Now.ID['url'],
    name: 'x_medic.url',
    type: 'string',
    value: '',
    description: 'Address of Presence Medic, such as https://medic.example.com',
    roles: { read: ['admin'], write: ['admin'] },
})

export const midServer = Property({
    $id: Now.ID['mid_server'],
    name: 'x_medic.mid_server',
    type: 'string',
    value: '',
    description: 'Name of the MID server that can reach it; empty where the instance can',
    roles: { read: ['admin'], write: ['admin'] },
})

export const secret = Property({
    $id: Now.ID['webhook_secret'],
    name: 'x_medic.webhook_secret',
    type: 'password2',
    value: '',
    description: 'Secret of the webhook in Presence Medic, beginning with whsec_',
    roles: { read: ['admin'], write: ['admin'] },
    isPrivate: true,
})

/** Messages that were received; the unique id makes a repeated message one. */
export const x_medic_message = Table({
    name: 'x_medic_message',
    label: 'Presence Medic message',
    schema: {
        message_id: StringColumn({ label: 'Message', maxLength: 100, mandatory: true }),
    },
    index: [{ name: 'message', element: 'message_id', unique: true }],
})

/** A repair of the cluster of an incident, between its steps. */
export const x_medic_repair = Table({
    name: 'x_medic_repair',
    label: 'Presence Medic repair',
    schema: {
        incident: ReferenceColumn({ label: 'Incident', referenceTable: 'incident', mandatory: true }),
        cluster: StringColumn({ label: 'Cluster', maxLength: 63, mandatory: true }),
        phase: StringColumn({ label: 'Phase', maxLength: 20, default: 'DIAGNOSE' }),
        due: StringColumn({ label: 'Due', maxLength: 20, default: '000000000000' }),
        outcome: StringColumn({ label: 'Outcome', maxLength: 40 }),
        note: StringColumn({ label: 'Last work note', maxLength: 4000 }),
        link: StringColumn({ label: 'Link', maxLength: 1000 }),
        state: StringColumn({ label: 'State', maxLength: 4000 }),
    },
    index: [{ name: 'due', element: 'due', unique: false }],
})
