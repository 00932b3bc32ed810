import { describe, expect, it } from 'vitest'
import { commandLog } from '../../db/readModels/commandLog.ts'
import { timeline } from '../../db/readModels/timeline.ts'
import { workflowId } from '../../workflows/messages.ts'
import { actsOf, wholeLife } from '../support/acts.ts'
import { testEngine } from '../support/system.ts'

const system = testEngine()

const eventsOf = async (accordId: string) =>
  (await timeline(system.app, accordId, { limit: 1000 })).map(({ type }) => type)
const statusOf = async (accordId: string) =>
  (await system.engine.client.workflow.getHandle(workflowId(accordId)).describe()).status.name

describe('an accord on the real server', () => {
  it('lives from the proposal to concluded, and its workflow ends with it', async () => {
    const accords = system.engine.accords()
    for (const request of wholeLife('wf-vita')) {
      expect(await accords.execute(request)).toMatchObject({ outcome: 'accepted' })
    }
    expect(await eventsOf('wf-vita')).toContain('AccordConcluded')
    await expect.poll(() => statusOf('wf-vita')).toBe('COMPLETED')
  })

  it('answers a refusal as a value with its rule', async () => {
    const { propose, approvePlan } = actsOf('wf-rifiuto')
    await system.engine.accords().execute(propose())
    const answer = await system.engine.accords().execute(approvePlan())
    expect(answer).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'not-in-force', rule: 'signature-first' },
    })
  })

  it('refuses an act on an accord that is concluded, although its workflow is gone', async () => {
    const accords = system.engine.accords()
    for (const request of wholeLife('wf-chiuso')) await accords.execute(request)
    await expect.poll(() => statusOf('wf-chiuso')).toBe('COMPLETED')
    const late = actsOf('wf-chiuso').act(
      'RecordRegionalAct',
      '2031-01-01',
      { title: 'Tardi' },
      { commandId: 'tardi' },
    )
    expect(await accords.execute(late)).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'accord-concluded' },
    })
  })

  it('refuses an act on an accord that does not exist, and leaves no workflow behind', async () => {
    const { approvePlan } = actsOf('wf-ignoto')
    expect(await system.engine.accords().execute(approvePlan())).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'unknown-accord' },
    })
    await expect.poll(() => statusOf('wf-ignoto')).toBe('COMPLETED')
  })

  it('does an act once when it is sent ten times at once under one id', async () => {
    const { propose, signByMinistry } = actsOf('wf-dieci')
    await system.engine.accords().execute(propose())
    const request = signByMinistry()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => system.engine.accords().execute(request)),
    )
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']))
    expect(await eventsOf('wf-dieci')).toEqual(['AccordProposed', 'AccordSigned'])
  })

  it('refuses another body under an id that Temporal has answered already', async () => {
    const { propose, signByMinistry, signByRegion } = actsOf('wf-corpo')
    await system.engine.accords().execute(propose())
    const first = signByMinistry()
    await system.engine.accords().execute(first)
    const other = { ...signByRegion(), commandId: first.commandId }
    expect(await system.engine.accords().execute(other)).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'command-id-reused' },
    })
  })

  it('takes a milestone signal repeated by a system as one milestone', async () => {
    const acts = actsOf('wf-traguardo')
    const accords = system.engine.accords()
    for (const make of ['propose', 'signByMinistry', 'signByRegion', 'submitPlan', 'approvePlan'] as const) {
      await accords.execute(acts[make]())
    }
    const { type: _, ...signal } = acts.act('SignalMilestone', '2030-03-05', { milestoneId: 'corsi' })
    for (let time = 0; time < 3; time++) await accords.signalMilestone(signal)
    await accords.signalMilestone({ ...signal, commandId: 'altro-id' })
    await expect
      .poll(async () =>
        (await commandLog(system.app, 'wf-traguardo', { limit: 100 })).map((row) => row.command_id),
      )
      .toContain('altro-id')
    const signalled = (await eventsOf('wf-traguardo')).filter((type) => type === 'MilestoneSignalled')
    expect(signalled).toHaveLength(1)
  })

  it('records the refusal of a milestone signal, and goes on', async () => {
    const acts = actsOf('wf-segnale')
    const accords = system.engine.accords()
    await accords.execute(acts.propose())
    const { type: _, ...signal } = acts.act('SignalMilestone', '2030-03-05', { milestoneId: 'corsi' })
    await accords.signalMilestone(signal)
    await expect
      .poll(
        async () => (await commandLog(system.app, 'wf-segnale', { outcome: 'refused', limit: 10 })).length,
      )
      .toBe(1)
    expect(await accords.execute(acts.signByMinistry())).toMatchObject({ outcome: 'accepted' })
  })

  it('imports a history in one transaction, and importing it again changes nothing', async () => {
    const accords = system.engine.accords()
    const life = wholeLife('wf-storia')
    expect(await accords.importHistory('wf-storia', life)).toMatchObject({ outcome: 'accepted', acts: 10 })
    const before = await eventsOf('wf-storia')
    expect(await accords.importHistory('wf-storia', life)).toMatchObject({
      outcome: 'accepted',
      acts: 0,
      events: 0,
    })
    expect(await eventsOf('wf-storia')).toEqual(before)
  })

  it('imports nothing of a history with a refused act, and names its place', async () => {
    const acts = actsOf('wf-meta')
    const history = [acts.propose(), acts.signByMinistry(), acts.approvePlan()]
    expect(await system.engine.accords().importHistory('wf-meta', history)).toMatchObject({
      outcome: 'refused',
      index: 2,
      refusal: { code: 'not-in-force' },
    })
    expect(await eventsOf('wf-meta')).toEqual([])
  })

  it('says which act of a history uses an id twice, and goes on with the next message', async () => {
    const acts = actsOf('wf-doppi')
    const history = [acts.propose(), { ...acts.signByMinistry(), commandId: '1-ProposeAccord' }]
    const accords = system.engine.accords()
    expect(await accords.importHistory('wf-doppi', history)).toMatchObject({
      outcome: 'invalid',
      issues: [{ field: 'acts.1.commandId', code: 'duplicate-command-id' }],
    })
    expect(await accords.execute(actsOf('wf-doppi').propose())).toMatchObject({ outcome: 'accepted' })
  })

  it('imports no act under an id that was refused before, and says so', async () => {
    const accords = system.engine.accords()
    const acts = actsOf('wf-rifatto')
    const [propose, sign] = [acts.propose(), acts.signByMinistry()]
    await accords.execute(propose)
    await accords.execute({ ...acts.approvePlan(), commandId: sign.commandId })
    expect(await accords.importHistory('wf-rifatto', [propose, sign])).toMatchObject({
      outcome: 'refused',
      index: 1,
      refusal: { code: 'command-id-reused' },
    })
  })

  it('stays with an open accord when the first message of a run cannot be read', async () => {
    const accords = system.engine.accords()
    const acts = actsOf('wf-illeggibile')
    await accords.execute(acts.propose())
    await system.engine.client.workflow
      .getHandle(workflowId('wf-illeggibile'))
      .terminate('as after a disaster')
    const { type: _, ...signal } = acts.act('SignalMilestone', '2030-13-45', { milestoneId: 'corsi' })
    await accords.signalMilestone(signal)
    await expect.poll(() => statusOf('wf-illeggibile')).toBe('RUNNING')
    await expect.poll(async () => (await accords.queryState('wf-illeggibile')).version).toBe(1)
  })

  it('is not taken for running when it was ended by hand', async () => {
    const accords = system.engine.accords()
    await accords.execute(actsOf('wf-terminato').propose())
    await system.engine.client.workflow.getHandle(workflowId('wf-terminato')).terminate('by hand')
    await expect(accords.queryState('wf-terminato')).rejects.toThrow(/TERMINATED/)
    expect(await accords.ensureRunning('wf-terminato')).toBe('started')
  })

  it('passes the deadlines that fell between two imported acts', async () => {
    const acts = actsOf('wf-passate')
    const history = [
      acts.propose(),
      acts.signByMinistry(),
      acts.signByRegion(),
      acts.submitPlan('2030-05-02'),
    ]
    await system.engine.accords().importHistory('wf-passate', history)
    const types = await eventsOf('wf-passate')
    expect(types.indexOf('DeadlineMissed')).toBeGreaterThan(0)
    expect(types.indexOf('DeadlineMissed')).toBeLessThan(types.indexOf('PlanSubmitted'))
  })

  it('holds no personal data in its id, memo and search attributes', async () => {
    const { propose } = actsOf('wf-riservato')
    await system.engine.accords().execute(propose())
    const description = await system.engine.client.workflow.getHandle(workflowId('wf-riservato')).describe()
    expect(description.workflowId).toBe('accord:wf-riservato')
    expect(description.memo ?? {}).toEqual({})
    const custom = Object.keys(description.searchAttributes).filter(
      (name) => !/^(BuildIds|Temporal)/.test(name),
    )
    expect(custom).toEqual([])
  })
})

describe('continue-as-new', () => {
  it('is crossed while commands are in flight, and loses and repeats none', async () => {
    const acts = actsOf('wf-avanti')
    const accords = system.engine.accords({ eventsPerRun: 30 })
    await accords.execute(acts.propose())
    const requests = Array.from({ length: 40 }, (_, n) =>
      acts.act('RecordRegionalAct', '2030-01-08', { title: `Atto ${n}` }),
    )
    for (let at = 0; at < requests.length; at += 8) {
      const answers = await Promise.all(requests.slice(at, at + 8).map((request) => accords.execute(request)))
      expect(answers.map(({ outcome }) => outcome)).toEqual(Array(8).fill('accepted'))
    }
    const types = await eventsOf('wf-avanti')
    expect(types.filter((type) => type === 'RegionalActRecorded')).toHaveLength(40)
    const handle = system.engine.client.workflow.getHandle(workflowId('wf-avanti'))
    const first = await system.engine.client.workflow
      .getHandle(workflowId('wf-avanti'), (await handle.describe()).runId)
      .fetchHistory()
    expect(first.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId).toBeTruthy()
    await expect.poll(() => accords.queryState('wf-avanti')).toMatchObject({ version: 41 })
  })
})
