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

    internal static CertificatePage Page(CertificateDetails details, Site site, SiteZone zone, BotName bot) => new()
    {
        Site = Printable.Of(site.Name),
        HostSchool = Printable.Of(site.HostSchool),
        Heading = details.Kind == CertificateKind.Tutored ? "СПРАВКА" : "СЕРТИФИКАТ",
        Of = Of(details.Kind),
        Number = Number(details),
        Above = details.Kind == CertificateKind.Tutored ? "Дана в том, что" : "Настоящим подтверждается, что",
        Name = Printable.Of(details.Name!),
        Below = Below(details, zone),
        Title = Title(details),
        Facts = Facts(details, zone),
        Order = $"Площадка открыта распоряжением № {Printable.Of(site.OrderNumber)} от {Day(site.OrderDate)} года.",
        // Left to be written by hand.
        Head = details.Head is { } head && Printable.Reads(head) ? FullName.Short(head) : null,
        Issued = $"{(details.Kind == CertificateKind.Tutored ? "Выдана" : "Выдан")} {Day(zone.DayOf(details.PrintedAt))} года.",
        Link = bot.DeepLink($"{CertificateLink.Start}{details.Code}"),
        HowToCheck =
        $"Подлинность проверит бот @{bot.Username}: наведите камеру телефона на код или отправьте боту /start " +
        $"{CertificateLink.Start}{details.Code}",
    };

    /// <summary>«24 ноября 2026»</summary>
    internal static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    /// <summary>«с 1 сентября 2026 по 24 ноября 2026 года»: nothing is certified of days that are still to come</summary>
    internal static string Days(CertificateDetails details, SiteZone zone) =>
        $"с {Day(details.FirstDay!.Value)} по {Day(LastDay(details, zone))} года";

    /// <summary>«участие в работе круглого стола»: what it is for, without a verb that would have to agree.</summary>
    internal static string WhatFor(CertificateDetails details, SiteZone zone) => details.Kind switch
    {
        CertificateKind.Attended => $"участие {TakenPartIn(details.SeminarKind!.Value)} {Quoted(details.Title!)}",
        CertificateKind.Led =>
            $"проведение мероприятия {Quoted(details.Title!)} ({SeminarTexts.Kind(details.SeminarKind!.Value).ToLower(Culture)})",
        CertificateKind.Tutored => $"работа тьютором {Days(details, zone)}: {Work(details)}",
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

    private static string Number(CertificateDetails details) =>
        $"№ {details.Number}{(details.Edition == 1 ? "" : $", редакция {Russian.Number(details.Edition)}")}";

    private static string Below(CertificateDetails details, SiteZone zone) => (details.Kind, GenderOf.Name(details.Name!)) switch
    {
        (CertificateKind.Attended, var gender) => $"{Past(gender, "принял")} участие {TakenPartIn(details.SeminarKind!.Value)}",
        (CertificateKind.Led, var gender) =>
            $"{Past(gender, "провёл", "провела", "провёл (провела)")} {Accusative(details.SeminarKind!.Value)}",
        (CertificateKind.Tutored, var gender) =>
            $"{Past(gender, "сопровождал")} педагогов как тьютор стажировочной площадки {Days(details, zone)}",
        _ => throw new InvalidOperationException("a kind without words"),
    };

    private static string Past(Gender gender, string he, string? she = null, string? unknown = null) => gender switch
    {
        Gender.He => he,
        Gender.She => she ?? $"{he}а",
        Gender.Unknown => unknown ?? $"{he}(а)",
    };

    private static string Title(CertificateDetails details) =>
        details.Kind == CertificateKind.Tutored ? Work(details) : Quoted(Printable.Of(details.Title!));

    /// <summary>Quotes inside quotes are „others“.</summary>
    private static string Quoted(string title) => $"«{title.Replace('«', '„').Replace('»', '“')}»";

    private static string Work(CertificateDetails details) => string.Join(", ", new[]
    {
        details.Consultations == 0 ? null : Russian.Count(details.Consultations, "консультация", "консультации", "консультаций"),
        details.Meetings == 0 ? null : Russian.Count(details.Meetings, "мероприятие", "мероприятия", "мероприятий"),
    }.OfType<string>());

    private static string Facts(CertificateDetails details, SiteZone zone) => details.Kind == CertificateKind.Tutored
        ? $"общей продолжительностью {Length(details.Minutes)}"
        : $"{Day(zone.DayOf(details.StartsAt!.Value))} года, продолжительность " +
        $"{Length((int)(details.EndsAt!.Value - details.StartsAt.Value).TotalMinutes)}";

    private static DateOnly LastDay(CertificateDetails details, SiteZone zone)
    {
        var (last, printed) = (details.LastDay!.Value, zone.DayOf(details.PrintedAt));
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
