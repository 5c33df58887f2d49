/**
 * Idioms that are a matter of a language's own forms: how a value is kept and handed on. `S` is the value; what stands before `---` is
 * declared beside the function that sends the cookie, what follows stands in it, and the last line is what Secure is given.
 */
export type Forms = Readonly<Partial<Record<string, string>>>;

export interface Structure {
  readonly id: string;
  readonly says: string;
  readonly forms: Forms;
}

const structure = (id: string, says: string, forms: Forms): Structure => ({ id, says, forms });

export const STRUCTURES: readonly Structure[] = [
  structure('constant', 'a constant of the file', {
    JavaScript: 'const ON = S;\n---\nON',
    Python: 'ON = S\n---\nON',
    Ruby: 'ON = S\n---\nON',
    PHP: 'const ON = S;\n---\nON',
    Java: 'private static final boolean ON = S;\n---\nON',
    Kotlin: 'val ON = S\n---\nON',
    Scala: 'private val ON = S\n---\nON',
    'C#': 'private static readonly bool On = S;\n---\nOn',
    Go: 'var on = S\n---\non',
  }),
  structure('class-constant', 'a constant of a class', {
    JavaScript: 'class Settings {\n  static on = S;\n}\n---\nSettings.on',
    Python: 'class Settings:\n    on = S\n---\nSettings.on',
    Ruby: 'class Settings\n  ON = S\nend\n---\nSettings::ON',
    PHP: 'class Settings {\n    public static $on = S;\n}\n---\nSettings::$on',
    Java: 'static class Settings {\n    static final boolean ON = S;\n}\n---\nSettings.ON',
    Kotlin: 'object Settings {\n    val on = S\n}\n---\nSettings.on',
    Scala: 'object Settings {\n  val on = S\n}\n---\nSettings.on',
    'C#': 'static class Settings\n{\n    public static readonly bool On = S;\n}\n---\nSettings.On',
  }),
  structure('constructor', 'a field that the constructor is given', {
    JavaScript: 'class Settings {\n  constructor(on) {\n    this.on = on;\n  }\n}\n---\nconst settings = new Settings(S);\nsettings.on',
    Python: 'class Settings:\n    def __init__(self, on):\n        self.on = on\n---\nsettings = Settings(S)\nsettings.on',
    Ruby: 'class Settings\n  attr_reader :on\n\n  def initialize(on)\n    @on = on\n  end\nend\n---\nsettings = Settings.new(S)\nsettings.on',
    PHP: 'class Settings {\n    public function __construct(public bool $on) {}\n}\n---\n$settings = new Settings(S);\n$settings->on',
    Java: 'static class Settings {\n    final boolean on;\n    Settings(boolean on) {\n        this.on = on;\n    }\n}\n---\nSettings settings = new Settings(S);\nsettings.on',
    Kotlin: 'class Settings(val on: Boolean)\n---\nval settings = Settings(S)\nsettings.on',
    Scala: 'class Settings(val on: Boolean)\n---\nval settings = new Settings(S)\nsettings.on',
    'C#': 'class Settings\n{\n    public bool On { get; }\n    public Settings(bool on)\n    {\n        On = on;\n    }\n}\n---\nvar settings = new Settings(S);\nsettings.On',
    Go: 'type Settings struct{ On bool }\n\nfunc newSettings(on bool) *Settings {\n\treturn &Settings{On: on}\n}\n---\nsettings := newSettings(S)\nsettings.On',
    Rust: 'struct Settings {\n    on: bool,\n}\nimpl Settings {\n    fn new(on: bool) -> Self {\n        Self { on }\n    }\n}\n---\nlet settings = Settings::new(S);\nsettings.on',
  }),
  structure('method', 'a method of an object', {
    JavaScript: 'class Settings {\n  isOn() {\n    return S;\n  }\n}\n---\nnew Settings().isOn()',
    Python: 'class Settings:\n    def is_on(self):\n        return S\n---\nSettings().is_on()',
    Ruby: 'class Settings\n  def on?\n    S\n  end\nend\n---\nSettings.new.on?',
    PHP: 'class Settings {\n    public function isOn() {\n        return S;\n    }\n}\n---\n(new Settings())->isOn()',
    Java: 'static class Settings {\n    boolean isOn() {\n        return S;\n    }\n}\n---\nnew Settings().isOn()',
    Kotlin: 'class Settings {\n    fun isOn() = S\n}\n---\nSettings().isOn()',
    Scala: 'class Settings {\n  def isOn = S\n}\n---\nnew Settings().isOn',
    'C#': 'class Settings\n{\n    public bool IsOn() => S;\n}\n---\nnew Settings().IsOn()',
    Go: 'type Settings struct{}\n\nfunc (s Settings) IsOn() bool {\n\treturn S\n}\n---\nSettings{}.IsOn()',
    Rust: 'struct Settings;\nimpl Settings {\n    fn is_on(&self) -> bool {\n        S\n    }\n}\n---\nSettings.is_on()',
  }),
  structure('setter', 'a method that sets a field', {
    JavaScript:
      'class Settings {\n  constructor() {\n    this.on = !(S);\n  }\n  set_on(on) {\n    this.on = on;\n  }\n}\n---\nconst settings = new Settings();\nsettings.set_on(S);\nsettings.on',
    Python:
      'class Settings:\n    def __init__(self):\n        self.on = not (S)\n    def set_on(self, on):\n        self.on = on\n---\nsettings = Settings()\nsettings.set_on(S)\nsettings.on',
    Ruby: 'class Settings\n  attr_reader :on\n\n  def initialize\n    @on = !(S)\n  end\n\n  def turn(on)\n    @on = on\n  end\nend\n---\nsettings = Settings.new\nsettings.turn(S)\nsettings.on',
    PHP: 'class Settings {\n    public $on = false;\n    public function setOn($on) {\n        $this->on = $on;\n    }\n}\n---\n$settings = new Settings();\n$settings->setOn(S);\n$settings->on',
    Java: 'static class Settings {\n    private boolean on = !(S);\n    boolean isOn() {\n        return on;\n    }\n    void setOn(boolean on) {\n        this.on = on;\n    }\n}\n---\nSettings settings = new Settings();\nsettings.setOn(S);\nsettings.isOn()',
    Kotlin:
      'class Settings {\n    var on = false\n    fun turn(value: Boolean) {\n        on = value\n    }\n}\n---\nval settings = Settings()\nsettings.turn(S)\nsettings.on',
    Scala:
      'class Settings {\n  var on = false\n  def turn(value: Boolean): Unit = {\n    on = value\n  }\n}\n---\nval settings = new Settings()\nsettings.turn(S)\nsettings.on',
    'C#': 'class Settings\n{\n    public bool On;\n    public void Turn(bool value)\n    {\n        On = value;\n    }\n}\n---\nvar settings = new Settings();\nsettings.Turn(S);\nsettings.On',
    Go: 'type Settings struct{ On bool }\n\nfunc (s *Settings) Turn(on bool) {\n\ts.On = on\n}\n---\nsettings := &Settings{}\nsettings.Turn(S)\nsettings.On',
  }),
  structure('inherited', 'a method of the class above', {
    JavaScript: 'class Base {\n  isOn() {\n    return S;\n  }\n}\nclass Settings extends Base {}\n---\nnew Settings().isOn()',
    Python: 'class Base:\n    def is_on(self):\n        return S\n\nclass Settings(Base):\n    pass\n---\nSettings().is_on()',
    Ruby: 'class Base\n  def on?\n    S\n  end\nend\n\nclass Settings < Base\nend\n---\nSettings.new.on?',
    PHP: 'class Base {\n    public function isOn() {\n        return S;\n    }\n}\nclass Settings extends Base {}\n---\n(new Settings())->isOn()',
    Java: 'static class Base {\n    boolean isOn() {\n        return S;\n    }\n}\nstatic class Settings extends Base {}\n---\nnew Settings().isOn()',
    Kotlin: 'open class Base {\n    fun isOn() = S\n}\nclass Settings : Base()\n---\nSettings().isOn()',
    Scala: 'class Base {\n  def isOn = S\n}\nclass Settings extends Base\n---\nnew Settings().isOn',
    'C#': 'class Base\n{\n    public bool IsOn() => S;\n}\nclass Settings : Base { }\n---\nnew Settings().IsOn()',
    Go: 'type Base struct{ On bool }\n\ntype Settings struct{ Base }\n---\nsettings := Settings{Base: Base{On: S}}\nsettings.On',
  }),
  structure('overridden', 'a method that the class below has in place of it', {
    JavaScript:
      'class Base {\n  isOn() {\n    return !(S);\n  }\n}\nclass Settings extends Base {\n  isOn() {\n    return S;\n  }\n}\n---\nnew Settings().isOn()',
    Python:
      'class Base:\n    def is_on(self):\n        return not (S)\n\nclass Settings(Base):\n    def is_on(self):\n        return S\n---\nSettings().is_on()',
    Ruby: 'class Base\n  def on?\n    !(S)\n  end\nend\n\nclass Settings < Base\n  def on?\n    S\n  end\nend\n---\nSettings.new.on?',
    PHP: 'class Base {\n    public function isOn() {\n        return !(S);\n    }\n}\nclass Settings extends Base {\n    public function isOn() {\n        return S;\n    }\n}\n---\n(new Settings())->isOn()',
    Java: 'static class Base {\n    boolean isOn() {\n        return !(S);\n    }\n}\nstatic class Settings extends Base {\n    @Override\n    boolean isOn() {\n        return S;\n    }\n}\n---\nBase settings = new Settings();\nsettings.isOn()',
    Kotlin:
      'open class Base {\n    open fun isOn() = !(S)\n}\nclass Settings : Base() {\n    override fun isOn() = S\n}\n---\nSettings().isOn()',
    Scala: 'class Base {\n  def isOn = !(S)\n}\nclass Settings extends Base {\n  override def isOn = S\n}\n---\nnew Settings().isOn',
    'C#': 'class Base\n{\n    public virtual bool IsOn() => !(S);\n}\nclass Settings : Base\n{\n    public override bool IsOn() => S;\n}\n---\nnew Settings().IsOn()',
  }),
  structure('record', 'a field of an object that is written down', {
    JavaScript: 'const settings = { path: "/", on: S };\n---\nsettings.on',
    Python: 'settings = {"path": "/", "on": S}\n---\nsettings["on"]',
    Ruby: 'SETTINGS = { path: "/", on: S }.freeze\n---\nSETTINGS[:on]',
    PHP: '---\n$settings = ["path" => "/", "on" => S];\n$settings["on"]',
    Java: 'record Settings(String path, boolean on) {}\n---\nnew Settings("/", S).on()',
    Kotlin: 'data class Settings(val path: String, val on: Boolean)\n---\nSettings("/", on = S).on',
    Scala: 'case class Settings(path: String, on: Boolean)\n---\nSettings("/", S).on',
    'C#': 'record Settings(string Path, bool On);\n---\nnew Settings("/", S).On',
    Go: 'type Settings struct {\n\tPath string\n\tOn   bool\n}\n---\nsettings := Settings{Path: "/", On: S}\nsettings.On',
    Rust: 'struct Settings {\n    on: bool,\n}\n---\nlet settings = Settings { on: S };\nsettings.on',
  }),
  structure('written-later', 'a field that is written later', {
    JavaScript: '---\nconst settings = { on: !(S) };\nsettings.on = S;\nsettings.on',
    Python: '---\nsettings = {"on": not (S)}\nsettings["on"] = S\nsettings["on"]',
    Ruby: '---\nsettings = { on: !(S) }\nsettings[:on] = S\nsettings[:on]',
    PHP: '---\n$settings = ["on" => !(S)];\n$settings["on"] = S;\n$settings["on"]',
    Java: 'static class Settings {\n    boolean on = !(S);\n}\n---\nSettings settings = new Settings();\nsettings.on = S;\nsettings.on',
    Kotlin: 'class Settings {\n    var on = false\n}\n---\nval settings = Settings()\nsettings.on = S\nsettings.on',
    'C#': 'class Settings\n{\n    public bool On { get; set; }\n}\n---\nvar settings = new Settings();\nsettings.On = S;\nsettings.On',
    Go: 'type Settings struct{ On bool }\n---\nsettings := Settings{On: !(S)}\nsettings.On = S\nsettings.On',
    Rust: 'struct Settings {\n    on: bool,\n}\n---\nlet mut settings = Settings { on: !(S) };\nsettings.on = S;\nsettings.on',
  }),
  structure('merged', 'options that are merged', {
    JavaScript: 'const defaults = { path: "/", on: !(S) };\n---\nconst settings = Object.assign({}, defaults, { on: S });\nsettings.on',
    Python: 'defaults = {"path": "/", "on": not (S)}\n---\nsettings = {**defaults, "on": S}\nsettings["on"]',
    Ruby: 'DEFAULTS = { path: "/", on: !(S) }.freeze\n---\nsettings = DEFAULTS.merge(on: S)\nsettings[:on]',
    PHP: '---\n$settings = array_merge(["path" => "/", "on" => !(S)], ["on" => S]);\n$settings["on"]',
    Kotlin: 'data class Settings(val path: String, val on: Boolean)\n---\nval settings = Settings("/", !(S)).copy(on = S)\nsettings.on',
    Scala: 'case class Settings(path: String, on: Boolean)\n---\nval settings = Settings("/", !(S)).copy(on = S)\nsettings.on',
    'C#': 'record Settings(string Path, bool On);\n---\nvar settings = new Settings("/", !(S)) with { On = S };\nsettings.On',
    Rust: '#[derive(Default)]\nstruct Settings {\n    on: bool,\n    other: bool,\n}\n---\nlet settings = Settings { on: S, ..Default::default() };\nsettings.on',
  }),
  structure('closure', 'a function without a name', {
    JavaScript: '---\nconst isOn = () => S;\nisOn()',
    Python: '---\nis_on = lambda: S\nis_on()',
    Ruby: 'IS_ON = -> { S }\n---\nIS_ON.call',
    PHP: '---\n$isOn = fn () => S;\n$isOn()',
    Java: '---\njava.util.function.BooleanSupplier isOn = () -> S;\nisOn.getAsBoolean()',
    Kotlin: '---\nval isOn = { S }\nisOn()',
    Scala: '---\nval isOn = () => S\nisOn()',
    'C#': '---\nFunc<bool> isOn = () => S;\nisOn()',
    Go: '---\nisOn := func() bool { return S }\nisOn()',
    Rust: '---\nlet is_on = || S;\nis_on()',
  }),
  structure('item', 'an item of a list', {
    JavaScript: '---\nconst flags = [!(S), S];\nflags[1]',
    Python: '---\nflags = [not (S), S]\nflags[1]',
    Ruby: '---\nflags = [!(S), S]\nflags[1]',
    PHP: '---\n$flags = [!(S), S];\n$flags[1]',
    Java: '---\nList<Boolean> flags = List.of(!(S), S);\nflags.get(1)',
    Kotlin: '---\nval flags = listOf(!(S), S)\nflags[1]',
    'C#': '---\nvar flags = new[] { !(S), S };\nflags[1]',
    Go: '---\nflags := []bool{!(S), S}\nflags[1]',
    Rust: '---\nlet flags = [!(S), S];\nflags[1]',
  }),
  structure('entry', 'an entry of a map that is filled', {
    JavaScript: '---\nconst settings = {};\nsettings["on"] = S;\nsettings["on"]',
    Python: '---\nsettings = {}\nsettings["on"] = S\nsettings.get("on")',
    Ruby: '---\nsettings = {}\nsettings.store(:on, S)\nsettings.fetch(:on)',
    PHP: '---\n$settings = [];\n$settings["on"] = S;\n$settings["on"]',
    Java: '---\nMap<String, Boolean> settings = new HashMap<>();\nsettings.put("on", S);\nsettings.get("on")',
    Go: '---\nsettings := map[string]bool{}\nsettings["on"] = S\nsettings["on"]',
  }),
  structure('nested', 'a field of a field', {
    JavaScript: 'const settings = { cookie: { on: S } };\n---\nsettings.cookie.on',
    Python: 'settings = {"cookie": {"on": S}}\n---\nsettings["cookie"]["on"]',
    Ruby: 'SETTINGS = { cookie: { on: S } }.freeze\n---\nSETTINGS.dig(:cookie, :on)',
    PHP: '---\n$settings = ["cookie" => ["on" => S]];\n$settings["cookie"]["on"]',
    Kotlin: 'class Inner(val on: Boolean)\nclass Settings(val cookie: Inner)\n---\nSettings(Inner(S)).cookie.on',
    Scala: 'case class Inner(on: Boolean)\ncase class Settings(cookie: Inner)\n---\nSettings(Inner(S)).cookie.on',
    'C#': 'record Inner(bool On);\nrecord Settings(Inner Cookie);\n---\nnew Settings(new Inner(S)).Cookie.On',
    Go: 'type Settings struct {\n\tCookie struct{ On bool }\n}\n---\nvar settings Settings\nsettings.Cookie.On = S\nsettings.Cookie.On',
    Rust: 'struct Inner {\n    on: bool,\n}\nstruct Settings {\n    cookie: Inner,\n}\n---\nlet settings = Settings { cookie: Inner { on: S } };\nsettings.cookie.on',
  }),
  structure('word', 'a word for it', {
    JavaScript: '---\nconst word = S ? "yes" : "no";\nword === "yes"',
    Python: '---\nword = "yes" if S else "no"\nword == "yes"',
    Ruby: '---\nword = (S) ? "yes" : "no"\nword == "yes"',
    PHP: '---\n$word = (S) ? "yes" : "no";\n$word === "yes"',
    Java: '---\nString word = (S) ? "yes" : "no";\n"yes".equals(word)',
    Kotlin: '---\nval word = if (S) "yes" else "no"\nword == "yes"',
    Scala: '---\nval word = if (S) "yes" else "no"\nword == "yes"',
    'C#': '---\nvar word = (S) ? "yes" : "no";\nword == "yes"',
    Go: '---\nword := "no"\nif S {\n\tword = "yes"\n}\nword == "yes"',
    Rust: '---\nlet word = if S { "yes" } else { "no" };\nword == "yes"',
  }),
  structure('enumeration', 'a constant of an enumeration', {
    Java: 'enum Mode { ON, OFF }\n---\nMode mode = (S) ? Mode.ON : Mode.OFF;\nmode == Mode.ON',
    Kotlin: 'enum class Mode { ON, OFF }\n---\nval mode = if (S) Mode.ON else Mode.OFF\nmode == Mode.ON',
    'C#': 'enum Mode { On, Off }\n---\nvar mode = (S) ? Mode.On : Mode.Off;\nmode == Mode.On',
    PHP: 'enum Mode {\n    case On;\n    case Off;\n}\n---\n$mode = (S) ? Mode::On : Mode::Off;\n$mode === Mode::On',
    Go: 'type Mode int\n\nconst (\n\tOff Mode = iota\n\tOn\n)\n---\nmode := Off\nif S {\n\tmode = On\n}\nmode == On',
    Ruby: '---\nmode = (S) ? :on : :off\nmode == :on',
  }),
  structure('builder', "a builder of the program's own", {
    JavaScript:
      'class Builder {\n  constructor() {\n    this.on = false;\n  }\n  turn(on) {\n    this.on = on;\n    return this;\n  }\n}\n---\nconst built = new Builder().turn(S);\nbuilt.on',
    Python:
      'class Builder:\n    def __init__(self):\n        self.on = False\n    def turn(self, on):\n        self.on = on\n        return self\n---\nbuilt = Builder().turn(S)\nbuilt.on',
    Ruby: 'class Builder\n  attr_reader :on\n\n  def turn(on)\n    @on = on\n    self\n  end\nend\n---\nbuilt = Builder.new.turn(S)\nbuilt.on',
    PHP: 'class Builder {\n    public $on = false;\n    public function turn($on) {\n        $this->on = $on;\n        return $this;\n    }\n}\n---\n$built = (new Builder())->turn(S);\n$built->on',
    Java: 'static class Builder {\n    private boolean on;\n    Builder turn(boolean on) {\n        this.on = on;\n        return this;\n    }\n    boolean build() {\n        return on;\n    }\n}\n---\nnew Builder().turn(S).build()',
    Kotlin:
      'class Builder {\n    var on = false\n    fun turn(value: Boolean): Builder {\n        on = value\n        return this\n    }\n}\n---\nBuilder().turn(S).on',
    'C#': 'class Builder\n{\n    public bool On;\n    public Builder Turn(bool value)\n    {\n        On = value;\n        return this;\n    }\n}\n---\nnew Builder().Turn(S).On',
    Go: 'type Builder struct{ On bool }\n\nfunc (b *Builder) Turn(on bool) *Builder {\n\tb.On = on\n\treturn b\n}\n---\n(&Builder{}).Turn(S).On',
  }),
  structure('tried', 'written in a try', {
    JavaScript: '---\nlet on = false;\ntry {\n  on = S;\n} finally {\n  void 0;\n}\non',
    Python: '---\non = False\ntry:\n    on = S\nfinally:\n    pass\non',
    Ruby: '---\non = begin\n  S\nrescue KeyError\n  false\nend\non',
    PHP: '---\n$on = false;\ntry {\n    $on = S;\n} finally {\n}\n$on',
    Java: '---\nboolean on = false;\ntry {\n    on = S;\n} finally {\n}\non',
    Kotlin: '---\nvar on = false\ntry {\n    on = S\n} finally {\n}\non',
    'C#': '---\nvar on = false;\ntry\n{\n    on = S;\n}\nfinally\n{\n}\non',
  }),
  structure('taken-apart', 'several values at once', {
    JavaScript: '---\nconst { on } = { path: "/", on: S };\non',
    Python: '---\npath, on = "/", S\non',
    Ruby: '---\npath, on = "/", S\non',
    PHP: '---\n[$path, $on] = ["/", S];\n$on',
    Kotlin: '---\nval (path, on) = Pair("/", S)\non',
    Scala: '---\nval (path, on) = ("/", S)\non',
    'C#': '---\nvar (path, on) = ("/", S);\non',
    Go: '---\npath, on := "/", S\n_ = path\non',
    Rust: '---\nlet (path, on) = ("/", S);\non',
  }),
];
