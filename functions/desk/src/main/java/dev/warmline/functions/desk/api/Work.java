package dev.warmline.functions.desk.api;

import dev.warmline.aws.dynamo.ModelDescriptions;
import dev.warmline.aws.dynamo.TeamPublisher;
import dev.warmline.event.EventLog;
import dev.warmline.lead.LeadStore;
import dev.warmline.rule.Models;
import dev.warmline.team.QueueStore;
import dev.warmline.usecase.ActAtDesk;
import dev.warmline.usecase.EraseLead;
import dev.warmline.usecase.ExportLead;
import dev.warmline.usecase.FindLead;
import dev.warmline.usecase.HandOverLead;
import dev.warmline.usecase.ListQueue;
import dev.warmline.usecase.PacedRelease;
import dev.warmline.usecase.ReleaseWaiting;

/**
 * What the API works with.
 *
 * @param turns whose turn it is in each queue
 * @param waiting who waits to be announced
 * @param pace how many of them go on by themselves
 * @param teams changes who is away
 * @param descriptions what publications of the model say of themselves
 */
public record Work(
    Models models,
    EventLog log,
    LeadStore leads,
    QueueStore turns,
    FindLead find,
    ListQueue list,
    ReleaseWaiting waiting,
    ActAtDesk act,
    HandOverLead handOver,
    ExportLead export,
    EraseLead erase,
    PacedRelease pace,
    TeamPublisher teams,
    ModelDescriptions descriptions) {}
