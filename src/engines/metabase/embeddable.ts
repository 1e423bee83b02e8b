import { isDeepStrictEqual } from 'node:util';
import type { Link } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { settingsOf } from './settings.ts';
import type { ApiDashboard } from './shapes.ts';

const refusal = (code: 'engine_unsupported' | 'engine_conflict', en: string, es: string): AppError =>
  new AppError(code, { detail: { en, es } });

/** Cards that would show whatever the parameter is, or that another parameter could turn elsewhere; by name. */
function unfiltered(dashboard: ApiDashboard, parameterId: string): string[] {
  return (dashboard.dashcards ?? []).flatMap(({ card_id, card, series = [], parameter_mappings = [] }) => {
    const shown = [...(typeof card_id === 'number' ? [{ id: card_id, name: card?.name }] : []), ...series];
    const isFiltered = (id: number): boolean => {
      const all = parameter_mappings.filter((one) => one.card_id === id);
      const own = all.find((one) => one.parameter_id === parameterId);
      const rivals = all.filter((one) => one.parameter_id !== parameterId);
      return own !== undefined && !rivals.some(({ target }) => isDeepStrictEqual(target, own.target));
    };
    return shown.filter(({ id }) => !isFiltered(id)).map(({ id, name }) => name ?? String(id));
  });
}

/**
 * Why no link to a dashboard may be signed; undefined when one may. One secret opens every company's rows, so the only
 * thing between companies is a parameter that the viewer can't change and that every card obeys.
 */
export function refusalOf(link: Link, dashboard: ApiDashboard): AppError | undefined {
  const { tenantParameter: slug } = settingsOf(link);
  if (!link.credentials['embeddingSecret'])
    return refusal(
      'engine_unsupported',
      'The embedding secret of this Metabase isn’t kept here. Connect it again with its embedding secret.',
      'El secreto de inserción de este Metabase no está guardado aquí. Vuelva a conectarlo con su secreto de inserción.',
    );
  if (dashboard.enable_embedding !== true)
    return refusal(
      'engine_conflict',
      'This dashboard isn’t published for embedding. Publish it in Metabase first.',
      'Este panel no está publicado para insertarse. Publíquelo primero en Metabase.',
    );
  const params = dashboard.embedding_params ?? {};
  const parameter = (dashboard.parameters ?? []).find((one) => one.slug === slug);
  if (params[slug] !== 'locked' || !parameter)
    return refusal(
      'engine_conflict',
      `This dashboard doesn’t lock the parameter ${slug}, so it would show other companies’ rows. Lock it in Metabase.`,
      `Este panel no bloquea el parámetro ${slug}, por lo que mostraría filas de otras empresas. Bloquéelo en Metabase.`,
    );
  const others = Object.keys(params).filter((name) => name !== slug && params[name] === 'locked');
  if (others.length > 0)
    return refusal(
      'engine_unsupported',
      `This dashboard locks parameters that nothing here knows the values of: ${others.join(', ')}.`,
      `Este panel bloquea parámetros cuyos valores no se conocen aquí: ${others.join(', ')}.`,
    );
  const open = unfiltered(dashboard, parameter.id);
  if (open.length > 0)
    return refusal(
      'engine_conflict',
      `The parameter ${slug} isn’t connected to these cards: ${open.join(', ')}. Connect it in Metabase.`,
      `El parámetro ${slug} no está conectado a estas tarjetas: ${open.join(', ')}. Conéctelo en Metabase.`,
    );
  return undefined;
}
