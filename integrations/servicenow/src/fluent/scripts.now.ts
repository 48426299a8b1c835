import '@servicenow/sdk/global'
import { Alias, BusinessRule, Record, RestApi, RestMessage, RetryPolicy, ScriptInclude, Test, UiAction } from '@servicenow/sdk/core'

ScriptInclude({ $id: Now.ID['MedicClient'], name: 'MedicClient', script: Now.include('../server/MedicClient.js'), active: true, accessibleFrom: 'package_private' })
ScriptInclude({ $id: Now.ID['MedicNote'], name: 'MedicNote', script: Now.include('../server/MedicNote.js'), active: true, accessibleFrom: 'package_private' })
ScriptInclude({ $id: Now.ID['MedicRepair'], name: 'MedicRepair', script: Now.include('../server/MedicRepair.js'), active: true, accessibleFrom: 'package_private' })
ScriptInclude({ $id: Now.ID['MedicCallback'], name: 'MedicCallback', script: Now.include('../server/MedicCallback.js'), active: true, accessibleFrom: 'package_private' })
ScriptInclude({ $id: Now.ID['MedicIncident'], name: 'MedicIncident', script: Now.include('../server/MedicIncident.js'), active: true, accessibleFrom: 'package_private' })

/** Waits as long as the service says (Retry-After), for at most half an hour. */
const patience = RetryPolicy({
    $id: Now.ID['patience'],
    name: 'Presence Medic',
    connectionType: 'http_retry_conditions',
    retryStrategy: 'retry_after',
    maxElapsedTime: 1800,
    condition: 'status_codeIN429,502,503,504',
})

Alias({
    $id: Now.ID['alias'],
    name: 'Presence Medic',
    type: 'connection',
    connectionType: 'httpConnection',
    description: 'Where Presence Medic is, and its API key',
    retryPolicy: patience,
})

/** The authentication profile is chosen in the instance: an API key as the header X-API-Key. */
RestMessage({
    $id: Now.ID['rest_message'],
    name: 'x_medic.Presence Medic',
    endpoint: 'https://medic.example.com',
    description: 'Requests to Presence Medic; the scripts set address, method and body',
    functions: [{ name: 'call', httpMethod: 'GET' }],
})

RestApi({
    $id: Now.ID['callback'],
    name: 'Presence Medic callback',
    serviceId: 'callback',
    routes: [
        {
            $id: Now.ID['callback_receive'],
            name: 'receive',
            path: '/receive',
            method: 'POST',
            authentication: false,
            authorization: false,
            script: Now.include('../server/receive.js'),
        },
    ],
})

UiAction({
    $id: Now.ID['diagnose'],
    name: 'Diagnose presence cluster',
    table: 'incident',
    actionName: 'x_medic_diagnose',
    active: true,
    roles: ['x_medic.operator'],
    showUpdate: true,
    form: { showButton: true, style: 'primary' },
    condition: "!current.cmdb_ci.nil()",
    script: Now.include('../server/diagnose.js'),
})

/** The incident's own approval answers the plan. */
BusinessRule({
    $id: Now.ID['answer'],
    name: 'Presence Medic: answer the plan',
    table: 'incident',
    when: 'after',
    action: ['update'],
    active: true,
    filterCondition: 'approvalCHANGESTOapproved^ORapprovalCHANGESTOrejected',
    script: Now.include('../server/answer.js'),
})

/** Takes up the repairs that are due; each step is one request. */
Record({
    $id: Now.ID['steps'],
    table: 'sysauto_script',
    data: {
        name: 'Presence Medic: next steps',
        active: true,
        run_type: 'periodically',
        run_period: '1970-01-01 00:01:00',
        script: 'new x_medic.MedicIncident().steps();',
    },
})

Test(
    {
        $id: Now.ID['test_repair'],
        name: 'Presence Medic: a repair is begun once per incident',
        description: 'The unique state of a repair, and that a forged message is refused; needs no service',
        active: true,
        failOnServerError: true,
    },
    (atf) => {
        atf.server.runServerSideScript({
            $id: Now.ID['test_repair_script'],
            script: Now.include('../server/atf.js'),
        })
    }
)
