using System.Text;
using MspBot.Domain.People;

namespace MspBot.Sandbox.Demo;

/// <summary>A school of the district that does not exist.</summary>
internal sealed record DemoSchool(string Name, SchoolKind Kind);

/// <summary>A person of that district, with an account in the sandbox's Telegram.</summary>
internal sealed record DemoPerson(long TelegramId, string Surname, string Name, string Patronymic, string School, string Position,
    IReadOnlyList<string> Subjects, IReadOnlyList<Role> Roles)
{
    public string FullName => $"{Surname} {Name} {Patronymic}";
}

/// <summary>The invented district of Заозёрск: its schools, and what its site says about itself.</summary>
internal static class District
{
    internal const string HostSchool = "МБОУ «Гимназия № 1» г. Заозёрска";

    internal const string MethodOffice = "Методический кабинет Заозёрского района";

    internal static IReadOnlyList<DemoSchool> Schools { get; } =
    [
        new(HostSchool, SchoolKind.Host),
        new("МБОУ «Лицей № 2» г. Заозёрска", SchoolKind.Leader),
        new("МБОУ «СОШ № 3» г. Заозёрска", SchoolKind.Leader),
        new("МБОУ «Центр образования „Высота“»", SchoolKind.Leader),
        new("МБОУ «Ольховская СОШ»", SchoolKind.LowResults),
        new("МБОУ «Верхнереченская СОШ»", SchoolKind.LowResults),
        new("МБОУ «Липкинская СОШ»", SchoolKind.LowResults),
        new("МБОУ «Бережковская ООШ»", SchoolKind.LowResults),
        new("МБОУ «Каменнобродская СОШ»", SchoolKind.LowResults),
        new(MethodOffice, SchoolKind.Other),
    ];

    internal static string SchoolsFile => new StringBuilder("name;kind\n")
        .AppendJoin('\n', Schools.Select(s => $"{s.Name};{KindWord(s.Kind)}")).Append('\n').ToString();

    internal const string SiteFile = """
        {
          "name": "Муниципальная стажировочная площадка Заозёрского района (вымышленная, для песочницы)",
          "theme": "сетевое наставничество школ с высокими и низкими образовательными результатами",
          "orderNumber": "117-р",
          "orderDate": "2026-08-28",
          "from": "2026-09-01",
          "to": "2029-05-31",
          "grounds": "коллектив гимназии готов делиться опытом с коллегами из других школ района",
          "hostSchool": "МБОУ «Гимназия № 1» г. Заозёрска"
        }
        """;

    private static string KindWord(SchoolKind kind) => kind switch
    {
        SchoolKind.Host => "базовая",
        SchoolKind.Leader => "лидер",
        SchoolKind.LowResults => "ШНОР",
        SchoolKind.Other => "другая",
    };
}
