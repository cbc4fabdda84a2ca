/** What the room tells is brought to the page: lines to read, bubbles over heads, sounds, light in a gate. */
import type { Game } from './game.ts';
import { guideWords } from './guide-words.ts';
import type { Hearing } from './hearing.ts';

type Tidings = Pick<Game, 'hud' | 'client' | 'scene' | 'bodies' | 'news' | 'outing' | 'visit'>;

/** Listens to talk, to the guide and to news for as long as the page lives. */
export function bringTidings({ hud, client, scene, bodies, news, outing, visit }: Tidings, hearing: Hearing): void {
  const speak = (session: string, text: string) => {
    scene.say(session, text);
    hearing.cue('said', bodies.drawn.find(({ id }) => id === session) ?? null);
  };
  client.onSaid((said) => {
    if (news.said(said, said.address === visit.key.address)) speak(said.session, said.text);
  });
  client.onTold((told) => {
    const { text, bubble } = guideWords(told);
    hud.guide.value = told.line === 'later' || told.line === 'well-done' ? null : told.name;
    news.told(told.name, text);
    speak(told.session, bubble);
  });
  client.onNews((told) => {
    news.news(told);
    hearing.cue(told.kind);
    if (told.kind !== 'work' && told.kind !== 'minted') scene.island.pulse(told.id);
    if (told.kind === 'minted') outing.minted();
  });
}
