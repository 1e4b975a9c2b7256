using MspBot.Domain.People;

namespace MspBot.Sandbox.Demo;

/// <summary>The people of the district: invented, and the same each time.</summary>
internal static class Townspeople
{
    internal const long Head = 700_000_001;
    internal const long Methodologist = 700_000_002;
    internal const long FirstTutor = 700_000_011;
    internal const long FirstSchoolHead = 700_000_021;
    internal const long FirstTeacher = 700_000_101;

    private static readonly string[] Surnames =
    [
        "Ковалёв", "Соловьёв", "Белов", "Орлов", "Громов", "Ершов", "Жданов", "Зимин", "Климов", "Лаптев", "Мельников", "Назаров", "Озеров",
        "Панин", "Рябов",
        "Савин", "Тихонов", "Устинов", "Фадеев", "Харитонов", "Чернов", "Шубин", "Щукин", "Юдин", "Ясенев", "Агапов", "Блинов", "Ветров",
        "Горин", "Дымов",
        "Ерёмин", "Журавлёв", "Исаев", "Кедров", "Логинов", "Маркин", "Носов", "Осипов", "Пахомов", "Родионов", "Светлов", "Трофимов",
        "Ушаков", "Фомин", "Хохлов",
        "Цветков", "Черкасов", "Шилов", "Булатов", "Воронцов", "Гусев", "Дроздов", "Костин", "Лосев",
    ];

    private static readonly string[] Women =
        ["Анна", "Мария", "Елена", "Ольга", "Наталья", "Ирина", "Светлана", "Татьяна", "Юлия", "Екатерина", "Людмила", "Галина", "Вера",
            "Надежда", "Оксана", "Алёна"];

    private static readonly string[] Men = ["Алексей", "Дмитрий", "Сергей", "Андрей", "Павел", "Игорь", "Николай", "Олег"];

    private static readonly string[] Fathers =
        ["Алексе", "Серге", "Андре", "Никола", "Иван", "Петр", "Павл", "Владимир", "Михайл", "Виктор", "Олег", "Борис"];

    private static readonly string[] Taught =
    [
        "Русский язык", "Математика", "Начальные классы", "Физика", "История", "Иностранный язык", "Биология", "Литература", "Химия",
        "География",
        "Информатика", "Обществознание", "Математика", "Русский язык", "Физкультура", "Труд (технология)",
    ];

    internal static IReadOnlyList<DemoPerson> All { get; } = [.. Make()];

    private static IEnumerable<DemoPerson> Make()
    {
        var random = new Random(20_26);
        var surnames = new Queue<string>(Surnames);
        var low = District.Schools.Where(s => s.Kind == SchoolKind.LowResults).Select(s => s.Name).ToArray();
        var strong = District.Schools.Where(s => s.Kind is SchoolKind.Host or SchoolKind.Leader).Select(s => s.Name).ToArray();

        yield return One(Head, District.HostSchool, "Заместитель директора", "Математика", [Role.Teacher, Role.Head], man: false);
        yield return One(Methodologist, District.MethodOffice, "Методист", "Русский язык", [Role.Teacher, Role.Methodologist], man: false);
        for (var i = 0; i < 6; i++)
            yield return One(FirstTutor + i, strong[i % strong.Length], "Учитель", Taught[i], [Role.Teacher, Role.Tutor], man: i is 3);
        for (var i = 0; i < low.Length; i++)
            yield return One(FirstSchoolHead + i, low[i], "Директор", Taught[i + 4], [Role.Teacher, Role.SchoolHead], man: i is 1 or 4);
        for (var i = 0; i < 40; i++)
        {
            var school = i % 4 == 3 ? strong[i / 4 % strong.Length] : low[i % low.Length];
            yield return One(FirstTeacher + i, school, "Учитель", Taught[i % Taught.Length], [Role.Teacher], man: i % 7 == 5);
        }

        DemoPerson One(long id, string school, string position, string subject, Role[] roles, bool man)
        {
            var surname = surnames.Dequeue();
            var first = man ? Men[random.Next(Men.Length)] : Women[random.Next(Women.Length)];
            string[] subjects = subject is "Русский язык" ? [subject, "Литература"] : subject is "Математика" && random.Next(2) == 0
                ? [subject, "Информатика"] : [subject];
            return new(id, man ? surname : surname + "а", first, Patronymic(Fathers[random.Next(Fathers.Length)], man), school,
                subject == "Начальные классы" && position == "Учитель" ? "Учитель начальных классов" : position, subjects, roles);
        }
    }

    private static string Patronymic(string father, bool man) => father[^1] is 'е' or 'а'
        ? father + (man ? "евич" : "евна")
        : father + (man ? "ович" : "овна");
}
