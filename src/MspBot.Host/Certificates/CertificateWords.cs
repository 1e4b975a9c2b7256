using System.Globalization;
using MspBot.Data.Certificates;
using MspBot.Domain.Certificates;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Profile;
using MspBot.Domain.People.Registration;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;
using MspBot.Host.Seminars;

namespace MspBot.Host.Certificates;

/// <summary>The words that are printed.</summary>
internal static class CertificateWords
{
    private const int AcademicHour = 45;
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("ru-RU");

    internal static CertificatePage Page(CertificateSheet sheet, Site site, SiteZone zone, BotName bot) => new()
    {
        Site = Printable.Of(site.Name),
        HostSchool = Printable.Of(site.HostSchool),
        Heading = sheet.Kind == CertificateKind.Tutored ? "СПРАВКА" : "СЕРТИФИКАТ",
        Of = Of(sheet.Kind),
        Number = Number(sheet),
        Above = sheet.Kind == CertificateKind.Tutored ? "Дана в том, что" : "Настоящим подтверждается, что",
        Name = Printable.Of(sheet.Name!),
        Below = Below(sheet, zone),
        Title = Title(sheet),
        Facts = Facts(sheet, zone),
        Order = $"Площадка открыта распоряжением № {Printable.Of(site.OrderNumber)} от {Day(site.OrderDate)} года.",
        // Left to be written by hand.
        Head = sheet.Head is { } head && Printable.Reads(head) ? FullName.Short(head) : null,
        Issued = $"{(sheet.Kind == CertificateKind.Tutored ? "Выдана" : "Выдан")} {Day(zone.DayOf(sheet.PrintedAt))} года.",
        Link = bot.DeepLink($"{CertificateLink.Start}{sheet.Code}"),
        HowToCheck = $"Подлинность проверит бот @{bot.Username}: наведите камеру телефона на код или отправьте боту /start {CertificateLink.Start}{sheet.Code}",
    };

    /// <summary>«24 ноября 2026»</summary>
    internal static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    /// <summary>«с 1 сентября 2026 по 24 ноября 2026 года»: nothing is certified of days that are still to come</summary>
    internal static string Days(CertificateSheet sheet, SiteZone zone) => $"с {Day(sheet.FirstDay!.Value)} по {Day(LastDay(sheet, zone))} года";

    /// <summary>«участие в работе круглого стола»: what it is for, without a verb that would have to agree.</summary>
    internal static string WhatFor(CertificateSheet sheet, SiteZone zone) => sheet.Kind switch
    {
        CertificateKind.Attended => $"участие {TakenPartIn(sheet.SeminarKind!.Value)} {Quoted(sheet.Title!)}",
        CertificateKind.Led => $"проведение мероприятия {Quoted(sheet.Title!)} ({SeminarTexts.Kind(sheet.SeminarKind!.Value).ToLower(Culture)})",
        CertificateKind.Tutored => $"работа тьютором {Days(sheet, zone)}: {Work(sheet)}",
    };

    /// <summary>«1 час 30 минут (2 академических часа)»: academic hours only where they come out even.</summary>
    internal static string Length(int minutes)
    {
        var length = HeadTexts.Length(TimeSpan.FromMinutes(minutes));
        return minutes > 0 && minutes % AcademicHour == 0
            ? $"{length} ({Russian.Count(minutes / AcademicHour, "академический час", "академических часа", "академических часов")})"
            : length;
    }

    private static string Of(CertificateKind kind) => kind switch
    {
        CertificateKind.Attended => "участника",
        CertificateKind.Led => "ведущего",
        CertificateKind.Tutored => "о работе тьютора",
    };

    private static string Number(CertificateSheet sheet) => $"№ {sheet.Number}{(sheet.Edition == 1 ? "" : $", редакция {Russian.Number(sheet.Edition)}")}";

    private static string Below(CertificateSheet sheet, SiteZone zone) => (sheet.Kind, GenderOf.Name(sheet.Name!)) switch
    {
        (CertificateKind.Attended, var gender) => $"{Past(gender, "принял")} участие {TakenPartIn(sheet.SeminarKind!.Value)}",
        (CertificateKind.Led, var gender) => $"{Past(gender, "провёл", "провела", "провёл (провела)")} {Accusative(sheet.SeminarKind!.Value)}",
        (CertificateKind.Tutored, var gender) => $"{Past(gender, "сопровождал")} педагогов как тьютор стажировочной площадки {Days(sheet, zone)}",
        _ => throw new InvalidOperationException("a kind without words"),
    };

    private static string Past(Gender gender, string he, string? she = null, string? unknown = null) => gender switch
    {
        Gender.He => he,
        Gender.She => she ?? $"{he}а",
        Gender.Unknown => unknown ?? $"{he}(а)",
    };

    private static string Title(CertificateSheet sheet) => sheet.Kind == CertificateKind.Tutored ? Work(sheet) : Quoted(Printable.Of(sheet.Title!));

    /// <summary>Quotes inside quotes are „others“.</summary>
    private static string Quoted(string title) => $"«{title.Replace('«', '„').Replace('»', '“')}»";

    private static string Work(CertificateSheet sheet) => string.Join(", ", new[]
    {
        sheet.Consultations == 0 ? null : Russian.Count(sheet.Consultations, "консультация", "консультации", "консультаций"),
        sheet.Meetings == 0 ? null : Russian.Count(sheet.Meetings, "мероприятие", "мероприятия", "мероприятий"),
    }.OfType<string>());

    private static string Facts(CertificateSheet sheet, SiteZone zone) => sheet.Kind == CertificateKind.Tutored
        ? $"общей продолжительностью {Length(sheet.Minutes)}"
        : $"{Day(zone.DayOf(sheet.StartsAt!.Value))} года, продолжительность {Length((int)(sheet.EndsAt!.Value - sheet.StartsAt.Value).TotalMinutes)}";

    private static DateOnly LastDay(CertificateSheet sheet, SiteZone zone)
    {
        var (last, printed) = (sheet.LastDay!.Value, zone.DayOf(sheet.PrintedAt));
        return printed < last ? printed : last;
    }

    private static string TakenPartIn(SeminarKind kind) => kind switch
    {
        SeminarKind.Briefing => "в инструктивно-методическом совещании",
        SeminarKind.DesignSeminar => "в проектировочном семинаре",
        SeminarKind.Negotiation => "в работе переговорной площадки",
        SeminarKind.Workshop => "в лабораторном практикуме",
        SeminarKind.GroupConsultation => "в групповой консультации",
        SeminarKind.CreativeLab => "в работе творческой лаборатории",
        SeminarKind.RoundTable => "в работе круглого стола",
        SeminarKind.SubjectUnion => "в заседании методического объединения",
        SeminarKind.Other => "в мероприятии",
    };

    private static string Accusative(SeminarKind kind) => kind switch
    {
        SeminarKind.Briefing => "инструктивно-методическое совещание",
        SeminarKind.DesignSeminar => "проектировочный семинар",
        SeminarKind.Negotiation => "переговорную площадку",
        SeminarKind.Workshop => "лабораторный практикум",
        SeminarKind.GroupConsultation => "групповую консультацию",
        SeminarKind.CreativeLab => "творческую лабораторию",
        SeminarKind.RoundTable => "круглый стол",
        SeminarKind.SubjectUnion => "заседание методического объединения",
        SeminarKind.Other => "мероприятие",
    };
}
