using MspBot.Data.Plan;
using MspBot.Data.Plan.Papers;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.People.Registration;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;
using MspBot.Host.Plan.Papers;
using MspBot.Tests.Certificates;
using MspBot.Tests.Support;

namespace MspBot.Tests.Plan.Papers;

/// <summary>A plan as a district writes one, for papers that tests print.</summary>
internal static class PaperSamples
{
    internal static readonly SchoolYear Year = new(2026);
    internal static readonly SiteZone Zone = CertificateSamples.Zone;
    internal static readonly PlanStamp Stamp = new(2026, new(2026, 8, 20, 9, 0, 0, TimeSpan.Zero));
    internal static readonly DateTimeOffset Now = World.Morning;

    internal static readonly Site Site = CertificateSamples.Site with
    {
        ApprovedBy = new("Директор", "МОУ «СОШ № 4»", "Н. С. Орлова"),
    };

    internal static readonly IReadOnlyList<ItemDetails> Sampled =
    [
        Item(1, WorkForm.Briefing, "Об организации работы площадки в 2026/27 учебном году", Days(9, 3), "Смирнова Вера Павловна",
            "Протокол", done: Day(9, 3)),
        Item(2, WorkForm.Tutoring, "Тьюторские консультации педагогов школ с низкими образовательными результатами", Of(9, 5),
            "Тьюторы", "Журнал тьютора"),
        Item(3, WorkForm.DesignSeminar, "Проектировочный семинар «От диагностики дефицитов к программе перехода в эффективный режим»",
            Of(10), "Петрова Анна Ивановна", "Проекты программ школ", done: Day(10, 20)),
        Item(4, WorkForm.SchoolMonitoring, "Мониторинг результатов ВПР", Of(10, 11), "Смирнова Вера Павловна", "Справка"),
        Item(5, WorkForm.Workshop, "Практикум «Читательская грамотность на уроках истории»", Of(11), "Иванова Мария Петровна",
            "Банк заданий", done: Day(11, 12)),
        Item(6, WorkForm.RoundTable, "Круглый стол «Как удержать мотивацию девятиклассника»", Days(10, 29), "Тьюторы",
            "Рекомендации", done: Day(11, 5)),
        Item(7, WorkForm.TutorCoordination, "Собеседование с тьюторами по итогам первой четверти", Of(11), "Котова Ольга Львовна",
            "Отчёты"),
        Item(8, WorkForm.GroupConsultation, "Разбор заданий ОГЭ по математике с развёрнутым ответом", Of(12), "Иванова Мария Петровна",
            "Материалы"),
        Item(9, WorkForm.Materials, "Методические рекомендации по работе с учениками с рисками неуспешности", Of(1, 2), "Тьюторы",
            "Сборник"),
        Item(10, WorkForm.SiteMonitoring, "Оценка эффективности площадки за полугодие", Of(1), "Котова Ольга Львовна", "Заключение"),
        Item(11, WorkForm.CreativeLab, "Творческая лаборатория «Урок, на котором интересно всем»", Of(2), "Петрова Анна Ивановна",
            "Сценарии уроков"),
        Item(12, WorkForm.Other, "Неделя открытых уроков наставников", new(Day(3, 9), Day(3, 20)), "Базовая школа", "Программа недели"),
    ];

    internal static readonly IReadOnlyDictionary<PlanItemId, ItemTurnout> Turnout = new Dictionary<PlanItemId, ItemTurnout>
    {
        [new(1)] = new(At(9, 3), At(9, 3), 24, 8),
        [new(3)] = new(At(10, 20), At(10, 27), 18, 7),
        [new(5)] = new(At(11, 12), At(11, 12), 15, 6),
        [new(6)] = new(At(11, 5), At(11, 5), 21, 7),
    };

    /// <summary>As <see cref="Turnout"/>; one of the fifth item outside its term, and one to come of the seventh.</summary>
    internal static readonly ILookup<PlanItemId, ItemDay> ItemDays = Turnout
        .SelectMany(held => new[] { held.Value.First, held.Value.Last }.Distinct().Select(at => (held.Key, at, true)))
        .Concat([(new PlanItemId(5), At(10, 30), true), (new PlanItemId(7), At(12, 4), false)]).OrderBy(one => one.Item2)
        .ToLookup(one => one.Item1, one => new ItemDay(one.Item2, one.Item2.AddHours(1), one.Item3));

    internal static readonly IReadOnlyList<PlanChange> Changes =
    [
        new(6, "Срок: 22 октября 2026", "Срок: 29 октября 2026", "В этот день районная конференция", "Котова Ольга Львовна", At(10, 12)),
        new(12, "—", "Новый пункт: Неделя открытых уроков наставников; Другое мероприятие; с 9 по 20 марта 2027; Базовая школа", null,
            "Котова Ольга Львовна", At(11, 17)),
    ];

    internal static PlanPaperText Paper => new()
    {
        Site = Site,
        Year = Year,
        Edition = new PlanEdition(3, new(2026, 11, 17)),
        Printed = new(2026, 11, 24),
        Link = "https://t.me/msp_rayon_bot?start=d_Zk3-9_QmT7yWb1XcVnP4eA",
        Bot = "msp_rayon_bot",
        Signer = new() { Position = "Методист", Organisation = "Районный методический кабинет", FullName = "Котова Ольга Львовна" },
    };

    internal static ItemDetails Item(
        int number, WorkForm form, string title, Term term, string responsible, string result, DateOnly? done = null, bool agreed = true)
    {
        var now = new ItemVersion(1, new ItemText
        {
            Form = form,
            Title = title,
            Term = term,
            Responsible = responsible.Count(c => c == ' ') == 2 ? Responsible.Of(new PersonId(100 + responsible.Length))
                : Responsible.Of(responsible),
            Result = result,
        }, responsible, false, null, new(1), At(9, 1), agreed ? At(9, 1) : null);
        return new()
        {
            Id = new(number),
            Plan = new(1),
            Year = Year,
            Number = number,
            State = agreed ? ItemState.Agreed : ItemState.Draft,
            Revision = 1,
            Now = now,
            InForce = agreed ? now : null,
            Decision = null,
            HeldAt = done is { } day ? Zone.At(day, new(12, 0)) : null,
            IsAnnounced = false,
            Meetings = 0,
            HasMeetings = false,
            DoneMaterial = null,
            DoneOn = null,
            DoneWords = null,
        };
    }

    internal static DateOnly Day(int month, int day) => new(month >= 9 ? 2026 : 2027, month, day);

    private static Term Days(int month, int day) => new(Day(month, day), Day(month, day));

    private static Term Of(int first, int? last = null) => new(Day(first, 1), Day(last ?? first, 1).AddMonths(1).AddDays(-1));

    private static DateTimeOffset At(int month, int day) => Zone.At(Day(month, day), new(12, 0));
}
