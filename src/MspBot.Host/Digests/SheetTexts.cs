using MiniExcelLibs.Attributes;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;

namespace MspBot.Host.Digests;

/// <summary>The sheets of the workbook: what their columns are called, how wide they are, how they are written.</summary>
internal static class SheetTexts
{
    internal const string Seminars = "Мероприятия";
    internal const string Tutors = "Консультации по тьюторам";
    internal const string Schools = "Школы";
    internal const string Feedback = "Отзывы";
    internal const string Held = "проведено";
    internal const string Cancelled = "отменено";
    internal const string Coming = "впереди";
    internal const string Unmarked = "не отмечено, кто был";
    internal const string AllConsultations = "Все консультации";
    internal const string ErasedPeople = "Участники, удалившие данные";
    internal const string Period = "Период";

    /// <summary>The format of text: what people typed with «=» in front stays text, also when somebody edits its cell.</summary>
    internal const string AsText = "@";

    internal const string NoTutor = "тьютора пока нет";

    /// <summary>With its day: the same title comes again and again.</summary>
    internal static string About(RatingGroup group, SiteZone zone) => group is { Title: { } title, StartsAt: { } at }
        ? $"{title} ({zone.DayOf(at):dd.MM.yyyy})" : AllConsultations;
}

internal sealed class FigureRow
{
    [ExcelColumn(Name = "Показатель", Width = 40)]
    public required string Figure { get; init; }

    [ExcelColumn(Name = "Значение", Width = 12)]
    public double? Now { get; init; }

    [ExcelColumn(Name = "Прошлый период", Width = 14)]
    public double? Before { get; init; }

    [ExcelColumn(Name = "Обычно (среднее за 8 периодов)", Width = 20)]
    public double? Usual { get; init; }

    [ExcelColumn(Name = "Пояснение", Width = 40)]
    public string? Note { get; init; }
}

internal sealed class SeminarRow
{
    [ExcelColumn(Name = "Начало", Width = 17, Format = "dd.MM.yyyy HH:mm")]
    public DateTime StartsAt { get; init; }

    [ExcelColumn(Name = "Вид", Width = 20)]
    public required string Kind { get; init; }

    [ExcelColumn(Name = "Название", Width = 34, Format = SheetTexts.AsText)]
    public required string Title { get; init; }

    [ExcelColumn(Name = "Состояние", Width = 13)]
    public required string State { get; init; }

    [ExcelColumn(Name = "Ведёт", Width = 18, Format = SheetTexts.AsText)]
    public string? Leader { get; init; }

    [ExcelColumn(Name = "Мест", Width = 9)]
    public int? Seats { get; init; }

    [ExcelColumn(Name = "Записаны", Width = 11)]
    public int SignedUp { get; init; }

    [ExcelColumn(Name = "Пришли", Width = 10)]
    public int? Came { get; init; }

    [ExcelColumn(Name = "Пришли, доля", Width = 11, Format = "0%")]
    public double? Share { get; init; }

    [ExcelColumn(Name = "Отзывов за период", Width = 12)]
    public int Ratings { get; init; }

    [ExcelColumn(Name = "Оценка", Width = 11, Format = "0.0")]
    public double? Rating { get; init; }

    [ExcelColumn(Name = "Пояснение", Width = 22)]
    public string? Note { get; init; }
}

internal sealed class TutorRow
{
    [ExcelColumn(Name = "Тьютор", Width = 28, Format = SheetTexts.AsText)]
    public required string Tutor { get; init; }

    [ExcelColumn(Name = "Заявок", Width = 12)]
    public int Requested { get; init; }

    [ExcelColumn(Name = "Отвечено", Width = 12)]
    public int Answered { get; init; }

    [ExcelColumn(Name = "До ответа, часов (медиана)", Width = 16, Format = "0.0")]
    public double? Hours { get; init; }

    [ExcelColumn(Name = "Состоялось", Width = 14)]
    public int Held { get; init; }

    [ExcelColumn(Name = "из них групповых", Width = 13)]
    public int Groups { get; init; }

    [ExcelColumn(Name = "Не состоялось", Width = 15)]
    public int NotHeld { get; init; }

    [ExcelColumn(Name = "Записей в журнале", Width = 13)]
    public int Entries { get; init; }

    [ExcelColumn(Name = "Минут по журналу", Width = 13)]
    public int Minutes { get; init; }

    [ExcelColumn(Name = "Обучающихся", Width = 16)]
    public int Pupils { get; init; }
}

internal sealed class SchoolRow
{
    [ExcelColumn(Name = "Школа", Width = 44, Format = SheetTexts.AsText)]
    public required string School { get; init; }

    [ExcelColumn(Name = "Какая", Width = 14)]
    public string? Kind { get; init; }

    [ExcelColumn(Name = "Педагогов в боте", Width = 13)]
    public int People { get; init; }

    [ExcelColumn(Name = "Участвовали", Width = 15)]
    public int Reached { get; init; }

    [ExcelColumn(Name = "Участвовали, доля", Width = 15, Format = "0%")]
    public double? Share { get; init; }

    [ExcelColumn(Name = "Записей на отмеченные", Width = 16)]
    public int SignedUp { get; init; }

    [ExcelColumn(Name = "Посещений", Width = 14)]
    public int Came { get; init; }

    [ExcelColumn(Name = "Участий в консультациях", Width = 17)]
    public int Consultations { get; init; }

    [ExcelColumn(Name = "Направлено на отмеченные", Width = 16)]
    public int Nominated { get; init; }

    [ExcelColumn(Name = "Из направленных пришли", Width = 16)]
    public int NominatedCame { get; init; }
}

internal sealed class RatingRow
{
    [ExcelColumn(Name = "О чём", Width = 60, Format = SheetTexts.AsText)]
    public required string About { get; init; }

    [ExcelColumn(Name = "Отзывов", Width = 12)]
    public int Count { get; init; }

    [ExcelColumn(Name = "Оценка", Width = 11, Format = "0.0")]
    public double? Rating { get; init; }

    [ExcelColumn(Name = "Польза", Width = 11, Format = "0.0")]
    public double? Usefulness { get; init; }

    [ExcelColumn(Name = "Пояснение", Width = 22)]
    public string? Note { get; init; }
}
