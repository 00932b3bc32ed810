export function mermaid(lines: readonly string[]): string {
  return ['```mermaid', 'stateDiagram-v2', ...lines.map((line) => `  ${line}`), '```'].join('\n')
}

/** Before it is and after it is no more, in the words of the diagrams. */
export function node(name: string): string {
  return name === 'absent' || name === 'none' ? '[*]' : name
}

export function state(code: string, italian: string): string {
  return italian === code ? `state "${code}" as ${code}` : `state "${plain(italian)}<br/>${code}" as ${code}`
}

/** Without the characters that mean something to Mermaid. */
export function plain(text: string): string {
  return text.replace(/\s*[:;]\s*/g, ', ').replace(/["#{}]/g, '')
}
