/** What is read about the money of an accord. */
export const money = {
  'event.AdvancePaid': "Pagato l'anticipo: {amount}.",
  'event.BalancePaid': 'Pagato il saldo: {amount}.',
  'act.PayAdvance': "Pagamento dell'anticipo",
  'act.PayBalance': 'Pagamento del saldo',
  'refusal.already-paid':
    '{payment} è già registrato: si paga una volta sola. Il pagamento registrato è nella cronologia.',
  'refusal.balance-before-approval':
    'Il saldo non si può pagare nella fase «{phase}»: la relazione finale deve essere prima approvata. Registrare prima la sua approvazione.',
  'rule.one-payment': "Regola di accordi: l'anticipo e il saldo si registrano una volta sola.",
  'rule.balance-last': "Regola di accordi: nessun saldo prima dell'approvazione della relazione finale.",
} as const
