/** What is tried first everywhere and in Chile, of eight characters or more; shorter ones are refused by length. */
export const COMMON: ReadonlySet<string> = new Set(
  `password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword contraseña contrasena contraseña1
  contrasena1 contrasena123 contraseña123 micontraseña micontrasena clave123 clave1234 claveclave miclave123 12345678
  123456789 1234567890 12345678910 123456789a 1234567a 12345678a 87654321 987654321 0987654321 11111111 22222222 00000000
  88888888 12341234 11223344 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 qazwsxedc qwertyui qwertyuiop qwerty123 qwerty1234
  qwerty12345 asdfghjk asdfghjkl zxcvbnm1 zxcvbnm123 asdf1234 abcd1234 abc12345 abc123456 abcdefgh a1b2c3d4 aa123456
  iloveyou iloveyou1 teamomucho tequiero teamo123 mivida123 miamor123 princesa princesa1 princess princess1 sunshine
  sunshine1 football football1 baseball superman batman123 pokemon123 dragon123 monkey123 letmein1 letmein123 welcome1
  welcome123 bienvenido bienvenida bienvenido1 bienvenidos administrador administrator admin123 admin1234 admin12345
  root1234 changeme changeme1 cambiame cambiame123 temporal temporal1 temporal123 secreto123 seguridad whatever trustno1
  starwars master123 shadow123 michael1 jennifer alejandro alejandra sebastian francisca francisco constanza valentina
  fernanda fernando cristian cristobal estrella mariposa chocolate futbol123 colocolo colocolo1 colocolo123 universidad
  ladechile uchile123 universidaddechile catolica1 chile123 chile1234 chile2024 chile2025 chile2026 chilechile vivachile
  vivachile1 santiago santiago1 santiago123 valparaiso concepcion vinadelmar empresa123 negocio123 factura123 ventas123
  bodega123 almacen123 panaderia verano2025 verano2026 invierno2025 invierno2026 primavera computer computador internet
  samsung123 facebook whatsapp whatsapp1 instagram google123 qwertyuiop123456 passwordpassword contraseñacontraseña
  contrasenacontrasena 123456789012345 1234567890123456 123456789123456789 iloveyouiloveyou correcthorsebatterystaple`.split(
    /\s+/,
  ),
);
