import { stem } from './stem.ts';

/**
 * What people say, in Spanish or English, for the words that our tools are described with: each line is one such word
 * and what else it is called. The summaries stay in one language, and questions come in two.
 */
const CALLED = `
list: listar lista listado ver mostrar muestra cual cuales cuantos quien quienes que show see display tell what which who enumera revisa give count contar todos
get: ver obtener ficha detalle detalles detail look open consultar revisar show averiguar saber know dame muestrame abre
search: buscar busca encontrar consultar find lookup look query
find: buscar encontrar search lookup averiguar saber
read: leer ver consultar obtener buscar see fetch
create: crear crea agregar agrega anadir nuevo nueva registrar registra dar hacer add new make register set anota apunta ingresar inscribir generar emitir issue open build start
add: agregar anadir sumar insertar nuevo nueva crear set anota apunta ingresar inscribir
write: guardar escribir anotar save store keep put
insert: insertar agregar anadir add
update: actualizar cambiar modificar editar corregir change edit modify fix correct typo equivocado error renombrar rename poner mover adjust
change: cambiar modificar editar actualizar corregir update edit fix rename renombrar mover switch replace reemplazar
delete: borrar eliminar quitar suprimir remove erase drop rechazar cerrar close permanently definitivo definitivamente limpiar clean purge destroy botar
remove: quitar sacar eliminar borrar delete erase despedir fire dismiss clear
undo: deshacer revertir anular revert back
back: volver deshacer revertir undo again
cancel: cancelar parar detener anular stop abort
stop: parar detener dejar cancelar apagar
end: terminar cerrar finalizar close finish out salir sign
send: enviar mandar envia manda notificar notify deliver avisar aviso avisa contar tell inform informar recordar remind text escribir write responder reply
again: reintentar nuevo repetir retry back vuelve volver
try: probar intentar reintentar retry test
test: probar prueba check
run: ejecutar correr lanzar execute launch start dispara disparar trigger gatillar gatilla
execute: ejecutar correr lanzar run dispara disparar trigger gatillar gatilla launch
executions: ejecucion ejecuciones corrida runs fail failed fallo fallar historial history
start: empezar comenzar iniciar
switch: apagar encender prender activar desactivar turn
on: activar encender prender activate enable
off: desactivar apagar deactivate disable
activate: activar encender prender enable
deactivate: desactivar apagar pausar disable
suspend: suspender pausar detener pause congelar freeze temporal temporarily
resume: reanudar reactivar continuar
open: abrir entrar clic open click
launch: abrir entrar clic open click acceder ingresar enter access sso login
connect: conectar vincular enlazar integrar link existing existente instalacion enchufar plug hook
disconnect: desconectar desvincular
link: vincular enlace conectar clic
export: exportar descargar bajar download excel respaldo respaldar backup copia copy save guardar
upload: subir cargar importar load
import: importar importacion cargar carga subir planilla excel csv spreadsheet sheet migrar migrate traer bring excel agenda
file: archivo planilla documento excel csv spreadsheet sheet
lines: filas lineas rows
errors: error errores fallo fallas problema wrong
failed: fallo fallaron fallido falla failing broken
wrong: error errores malo fallo
preview: previsualizar vista previa antes before
first: primero antes before
merge: juntar unir fusionar fusion combinar combine join dedupe
duplicates: duplicado duplicados repetido repetidos doble dobles double two dos copia copias
same: mismo misma repetido duplicado
timeline: historial historia pasado linea history
happened: paso pasado ocurrido ocurrio ocurrieron historia history activity actividad
contact: contacto contactos cliente clientes proveedor proveedores prospecto customer client lead supplier buyer ficha comprador consumidor paciente alumno socio patient student guest huesped amigo telefono email correo mail
contacts: clientes customers
person: persona gente people alguien
people: gente personas persona empleados trabajadores usuarios users
somebody: alguien persona trabajador empleado employee staff vendedor vendedora socio gerente
fields: campo campos dato attribute
own: propio propia propios custom
custom: propio personalizado
company: empresa compania negocio sociedad pyme rut business firm shop tienda organizacion organization sociedad rubro giro
companies: empresas negocios
member: miembro trabajador empleado personal equipo socio usuario employee staff worker team user colleague partner vendedor vendedora cajero cajera asistente secretaria jefe boss manager gerente
belongs: trabaja trabajan pertenece personal equipo works work staff team
role: rol roles cargo funcion permiso permisos permission admin administrador job vendedor permisos cargos rights
owner: dueno propietario socio ownership partner
ownership: dueno propiedad
invite: invitar invita invitacion contadora contador accountant employee acceso access join unir sumar incorporar entrar
invitation: invitacion invitaciones invitar acceso access join
shut: bloquear echar sacar expulsar block ban lock
disable: bloquear deshabilitar desactivar sacar despedir renuncio block fire ban
enable: habilitar desbloquear reincorporar unblock back vuelve volver reingreso return reactivar former
offboarding: renuncia despido desvinculacion salida accesos acceso leave
receipt: comprobante certificado constancia proof certificate
key: clave llave token credencial credential integracion integration api
keys: claves llaves tokens integracion integration api acceso
revoke: revocar anular quitar cancelar leaked filtrada revocada withdraw
account: cuenta cuentas
service: servicio robot bot integracion integration maquina machine
program: programa robot bot script software
agent: agente agentes robot bot ia ai asistente assistant
audit: auditoria bitacora registro hizo hicieron activity actividad quien responsable culpable cambios trail
prove: probar demostrar comprobar verify tampered
whole: integro integra intacto tampered alterado
operator: operador soporte support
message: mensaje mensajes texto aviso avisar recordatorio reminder sms text recado
whatsapp: wsp wasap
form: formulario formularios formularios encuesta consulta embed incrustar
public: publico publica web pagina website page
held: retenido retenidos detenido spam
spam: basura
discard: rechazar descartar botar reject
release: rescatar liberar soltar dejar rescue
website: web pagina sitio
webhook: webhooks endpoint servidor server callback integracion integration avisar notify notification notificacion api url
address: direccion servidor server url
delivery: entrega entregas envio llego arrive arrived recibio received
deliveries: entregas envios llego arrive arrived recibio received
secret: secreto secretos contrasena password safe safely seguro segura privado private bank banco tarjeta token
password: contrasena clave pass olvide forgot reset
event: evento eventos suceso something happens
kinds: tipos clases types
types: tipos clases kinds
workflow: flujo flujos automatizacion automatizaciones automation automations proceso process rutina tarea bot recordatorio
records: registro registros producto productos factura facturas pedido pedidos venta ventas product invoice order sale price precio cotizacion cotizaciones quotation quote boleta boletas inventario stock bodega proveedor compra compras purchase cliente articulo item employee
model: producto factura pedido venta product invoice order sale cotizacion boleta inventario stock bodega compra purchase articulo item
method: confirmar metodo confirm accion action
call: llamar confirmar ejecutar confirm
rows: fila filas registros row datos data precios prices valores values entries
table: tabla tablas database base data datos
tables: tablas database
database: base
engine: motor motores sistema sistemas programa system systems app application plataforma platform herramienta herramientas tool tools software aplicaciones apps servicio
systems: sistemas sistema motores engine plataforma platform herramientas tools software
health: estado salud anda funciona running alive status working caido caida down offline lento slow arriba up
well: bien salud funciona running
status: estado
plan: pasaria pasara happen plan antes before simular simulate
session: sesion sesiones dispositivo dispositivos device devices computador computer notebook navegador browser sign signed
logged: conectado conectados sesion sesiones dentro
login: entrar ingresar sesion acceso sign
log: sesion entrar salir
logout: cerrar salir sesion out log sign desconectar
others: demas otros todos lados
factor: segundo verificacion autenticacion authentication step
second: segundo dos two seguridad security doble double extra
app: aplicacion
totp: aplicacion authenticator autenticador authentication
passkey: huella llave biometria fingerprint facial face touch dedo
recovery: recuperacion respaldo backup
codes: codigos codigo
code: codigo
lost: perdi perdido perdida extravie robado robaron stolen nuevo cambie new
number: numero telefono celular fono phone mobile chip sim
phone: telefono celular numero
name: nombre llamo razon display llamar called
language: idioma lengua
issuer: google microsoft github proveedor sso
identities: google microsoft github cuenta
claim: reclamar reclamo registro registered
restore: restaurar recuperar deshacer undo arrepenti arrepentir mind changed volver atras
deletion: borrado eliminacion
everything: todo todos todas all respaldo backup
all: todo todos todas
data: datos informacion
personal: personales personal
subject: titular cliente customer persona person titular paciente
oneself: mis propios my mio
privacy: privacidad derechos datos proteccion protection ley gdpr rgpd
policy: politica terminos terms aviso
publish: publicar
request: solicitud solicitudes pide pedido peticion exige exigir pide reclamar complaint
requests: solicitudes peticiones
decide: responder resolver decidir answer respond
grant: aceptar conceder entradas entrada enter
entries: entradas entrada enter entered entro soporte support
consent: consentimiento consentimientos permiso acepto agreed marketing allow allowed publicidad promociones advertising ads newsletter boletin acuerdo optin
agreed: acepto consintio consent allow
withdraw: retirar revocar retira baja unsubscribe opt longer desuscribir arrepentir
retention: retencion guardamos guardar conservar antiguedad tiempo old plazo automaticamente automatically anos years meses months antiguo old
long: tiempo plazo
kept: guardamos guardar guardado guardados conservar stored keep
would: pasaria borraria
breach: brecha filtracion vulneracion hackeo hacked leak incident incidente hackers hacker stole robo robaron filtraron stolen expuestos exposed ataque attack
legal: juicio demanda abogado lawsuit lawyer court
hold: retener conservar congelar freeze lawsuit juicio
purpose: finalidad proposito
used: usamos usar uso usa
processing: tratamiento tratamientos registro gdpr rgpd actividades activities
register: registro
job: trabajo trabajos tarea tareas task tasks proceso procesos process queue cola
background: segundo plano cola queue pendiente pendientes pending
waits: pendiente pendientes pending cola queue quedaron stuck pegado atascado
clock: horario programado cron scheduled nightly next
schedule: horario horarios programado programada agenda cron nightly next turn
conversation: conversacion conversaciones chat charla
valid: vigente permite allow allowed valido
pairs: two dos par
several: two dos varios varias multiple
answers: responde caido caida down offline up arriba
sessions: dispositivo dispositivos device devices computador computer notebook navegador browser sign signed
factors: seguridad security proteger protect safe segura seguro
events: novedades noticias news ultimos latest pasado
certificate: constancia
grants: operador soporte support entro
verify: integridad integrity alterado alteraron tamper tampered
checkpoint: sello sellar firmar sign seal notarize
sign: firmar firma signature sellar
schedules: cuando tareas automaticas automatic recurring recurrentes
prepare: preparar
agents: claude chatgpt gpt asistentes copilot
oauth: claude chatgpt gpt asistente copilot conectadas
retry: reintenta
check: revisar probar verificar comprobar test
`;

/** Stem of what people say → stems of the words that it may stand for. */
export const MEANINGS: ReadonlyMap<string, readonly string[]> = (() => {
  const meanings = new Map<string, Set<string>>();
  for (const line of CALLED.trim().split('\n')) {
    const [word = '', said = ''] = line.split(': ');
    for (const other of said.split(' ')) {
      const key = stem(other);
      const found = meanings.get(key) ?? new Set();
      meanings.set(key, found.add(stem(word)));
    }
  }
  return new Map([...meanings].map(([key, found]) => [key, [...found]]));
})();
